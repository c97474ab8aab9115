// How does the `whois` command of a machine in the box find the box's own WHOIS server?
import { DEFAULT_RULES, type Rules } from './rules.ts';

/**
 * Text of `/etc/whois.conf`: one line per TLD, a pattern and the server; a last one sends whatever else is asked there, too, to be told what exists
 * here. Without it, Debian's `whois` goes by a built-in list to the real registries' hosts, which do not exist here.
 */
export function writeWhoisConf(server: string, rules: Rules = DEFAULT_RULES): string {
  const suffix = rules.suffix.replaceAll('.', '\\.');
  const patterns = [...rules.tlds.map((tld) => `\\.${tld.zone}${suffix}$`), '.'];
  return patterns.map((pattern) => `${pattern} ${server}\n`).join('');
}
