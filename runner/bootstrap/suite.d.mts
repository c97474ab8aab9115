// What does the TypeScript side see of suite.mjs? The counting, typed.
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  failures: string[];
}
export interface VitestReport {
  testResults?: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}
export function countReport(report: VitestReport | undefined, exitCode: number, project: string): Counts;
export function sumUp(total: Counts, words: { failedRecap: string }): number;
