# Was the address of the registrar's name server asked for?
asks='(dig|kdig|delv|host|nslookup|drill|getent|resolvectl|ping|curl)'
ran "$asks (.* )?ns1\.bureau-exemple\.net\.?( .*)?" && exit 0

recent 3
tried "$asks (.* )?ns1\.bureau-exemple\.net\.?( .*)?" && hint failed
tried '(dig|kdig|host|nslookup)( [+-].*| @[^ ]*)?' && hint no-name
tried "$asks .*" && hint another-name
hint nothing-yet
