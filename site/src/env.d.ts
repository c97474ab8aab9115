// What do our middleware and components hand each other?
declare namespace App {
  interface Locals {
    /** The lab of this page, when its lesson names one. */
    lab?: import('./build/labs.ts').Lab;
    /** Words explained on this page so far. */
    terms?: number;
    /** The lesson's own text, before our tags are given to it. */
    lessonText?: import('@astrojs/starlight/route-data').StarlightRouteData['Content'];
    /** The sources of this page, numbered. */
    notes?: import('./build/citations.ts').NumberedSource[];
    /** Per source, the citations drawn so far. */
    cited?: Record<string, number>;
    /** Whether this page has drawn a question yet. */
    asked?: boolean;
  }
}

declare namespace astroHTML.JSX {
  interface ButtonHTMLAttributes {
    /** Interest invokers: the popover opens while one hovers or focuses the button. */
    interestfor?: string;
  }
}
