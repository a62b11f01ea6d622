/** Who may import whom. The rooms are those of functions/; see README.md. */
const ROOMS = {
  domain: [],
  content: ['domain'],
  usecases: ['domain', 'content'],
  adapters: ['domain', 'content', 'usecases'],
  runtime: ['domain', 'content', 'usecases', 'adapters'],
  web: ['domain', 'content'],
  http: ['domain/kernel'],
  handlers: ['domain', 'content', 'usecases', 'adapters', 'runtime', 'web', 'http'],
};

const only = (room, imports) => ({
  name: `${room}-imports`,
  comment: `${room} may import ${[room, ...imports].join(', ')}`,
  severity: 'error',
  from: { path: `^functions/${room}/` },
  to: { path: '^(functions|infra|test|workflows)/', pathNot: `^functions/(${[room, ...imports].join('|')})/` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(ROOMS).map(([room, imports]) => only(room, imports)),
    {
      name: 'room-unknown',
      comment: 'every file of functions lies in one of the rooms',
      severity: 'error',
      from: { path: '^functions/', pathNot: `^functions/(${Object.keys(ROOMS).join('|')})/` },
      to: {},
    },
    {
      name: 'domain-is-pure',
      comment: 'the rules know nothing but themselves',
      severity: 'error',
      from: { path: '^functions/domain/' },
      to: { pathNot: '^functions/domain/' },
    },
    {
      name: 'only-adapters-know-aws',
      severity: 'error',
      from: { path: '^functions/', pathNot: '^functions/adapters/' },
      to: { path: '(^|/)node_modules/@(aws-sdk|smithy)/' },
    },
    {
      name: 'nothing-imports-the-local-stage',
      severity: 'error',
      from: { pathNot: '^(infra/local|test)/' },
      to: { path: '^infra/local/' },
    },
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    {
      name: 'no-cycles',
      comment: 'types may refer to each other: they are gone when the code runs',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'runs-without-dev-dependencies',
      comment: 'what runs in Lambda is a dependency, not a tool',
      severity: 'error',
      from: { path: '^functions/', pathNot: '^functions/web/client/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(cdk\\.out|\\.build|\\.local|\\.venv)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main'],
    },
  },
};
