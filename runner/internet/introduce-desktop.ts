// What must a desktop know of the box it stands in? Whom to trust, and whom `whois` asks: written into it while it waits, again when the authority has a new root.
import { type Engine, EngineError } from '../machines/engine.ts';
import { DEFAULT_RULES, type Rules } from './registry/rules.ts';
import { writeWhoisConf } from './registry/whois-conf.ts';
import { boxHosts } from './zone/place.ts';

/**
 * Standard input: certificates (PEM), a line « @whois », the text of /etc/whois.conf. The world's authorities stay in the bundle; ours come after them.
 * `whois` looks its port up by name, and a plain Debian has no list of ports.
 */
const SCRIPT = `
set -eu
umask 022
own=/usr/share/boite/authorities
bundle=/etc/ssl/certs/ca-certificates.crt
mkdir -p "$own" /etc/ssl/certs
[ -e "$own/world" ] || cp "$bundle" "$own/world" 2>/dev/null || : > "$own/world"
for old in "$own"/*.pem; do
  [ -e "$old" ] || continue
  rm -f "$old" "/etc/ssl/certs/$(basename "$old" .pem).0"
done
number=0 out=
while IFS= read -r line; do
  case $line in
    @whois) out=/etc/whois.conf; : > "$out.new"; out=$out.new; continue ;;
    *'BEGIN CERTIFICATE'*) number=$((number + 1)); out=$own/given.$number ;;
  esac
  [ -z "$out" ] || printf '%s\\n' "$line" >> "$out"
done
mv /etc/whois.conf.new /etc/whois.conf
: > "$own/all"
for given in "$own"/given.*; do
  [ -e "$given" ] || continue
  cat "$given" >> "$own/all"
  hash=$(openssl x509 -noout -subject_hash -in "$given")
  mv "$given" "$own/$hash.pem"
  ln -sf "$own/$hash.pem" "/etc/ssl/certs/$hash.0"
done
cat "$own/world" "$own/all" > "$bundle.new"
mv "$bundle.new" "$bundle"
# Who uses this desktop may plug it into another access box (command « box »): that is another resolver.
chmod a+w /etc/resolv.conf 2>/dev/null || :
grep -q '^nicname' /etc/services 2>/dev/null || printf 'nicname 43/tcp whois\\n' >> /etc/services
`;

/**
 * Makes a running desktop trust `roots` (PEM, of `Internet.caRoots`) and ask the box's own WHOIS server.
 * @throws EngineError when the desktop could not take it
 */
export async function introduceDesktop(
  engine: Engine,
  containerId: string,
  roots: string,
  rules: Rules = DEFAULT_RULES,
): Promise<void> {
  const { exitCode, output } = await engine.run(containerId, ['sh', '-c', SCRIPT], {
    user: 'root',
    stdin: `${roots.trim()}\n@whois\n${writeWhoisConf(boxHosts(rules).whois, rules)}`,
  });
  if (exitCode !== 0)
    throw new EngineError(
      'refused',
      `the desktop did not take the box's authorities (exit code ${exitCode}): ${output.slice(-300)}`,
    );
}
