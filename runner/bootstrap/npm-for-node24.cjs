// For which Node does npm choose packages? For the pinned one, not for the one that happens to run npm. Loaded before npm, in npm's process only.
const version = process.env.BOITE_NODE_VERSION;
delete process.env.BOITE_NODE_VERSION;
if (version) Object.defineProperty(process, 'version', { value: `v${version}` });
