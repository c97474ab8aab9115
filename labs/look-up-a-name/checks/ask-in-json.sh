# Was a name's record asked of RDAP, the web service of the registry?
ran '(curl|wget) .*rdap\.registre-exemple\.net(:80)?/domain/[^ ].*' && exit 0

recent 3
tried '(curl|wget) .*rdap\.registre-exemple\.net(:80)?/domain/[^ ].*' && hint failed
tried '(curl|wget) .*rdap.*' && hint no-path
hint nothing-yet
