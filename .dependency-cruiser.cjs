/** The walls of the house (ARCHITECTURE.md): imports point one way, and a feature never imports a sibling. */
const wall = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })
const only = (room, allowed) =>
  wall(
    `${room}-only`,
    { path: `^src/${room}/` },
    {
      path: '^(src|server|mock-server|compiler)/',
      pathNot: [`^src/${room}/`, ...allowed.map((a) => `^src/${a}`)],
    },
    `${room} may import ${allowed.join(', ') || 'nothing of ours'}`,
  )

module.exports = {
  forbidden: [
    wall(
      'no-circles',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'imports point one way',
    ),
    only('domain', []),
    only('contract', ['domain/']),
    only('platform', ['domain/', 'routes']),
    only('locales', ['domain/']),
    only('ui', ['domain/', 'platform/', 'locales/', 'routes']),
    only('templates', ['domain/', 'platform/', 'ui/', 'locales/']),
    // the templates a phone knows are those it carries and those it was told of
    only('api', ['domain/', 'contract/', 'platform/', 'templates/known']),
    wall(
      'client-takes-types-of-contract',
      { path: '^src/(api|features|pages|ui|platform)/' },
      { path: '^src/contract/', dependencyTypesNot: ['type-only'] },
      'the client ships no schemas',
    ),
    wall(
      'features-look-down',
      { path: '^src/features/' },
      { path: '^(src/(pages|app)|server|mock-server|compiler)' },
      'features know no page and no server',
    ),
    wall(
      'no-sibling-features',
      { path: '^src/features/([^/]+)/' },
      { path: '^src/features/', pathNot: '^src/features/$1/' },
      'pages compose features; what two share moves down',
    ),
    wall(
      'src-knows-no-server',
      { path: '^src/' },
      { path: '^(server|mock-server|compiler)/' },
      'nothing in src imports the server',
    ),
    wall(
      'server-takes-rules-and-looks',
      { path: '^server/', pathNot: '^server/first-paint/' },
      { path: '^src/', pathNot: '^src/(domain|contract|templates|locales|ui/art)/' },
      'the server takes rules, schemas, looks, words and drawings',
    ),
    wall(
      'first-paint-takes-the-storefront',
      { path: '^server/first-paint/' },
      { path: '^src/', pathNot: '^src/(domain|locales|templates|features/storefront|ui/long-list)/' },
      'a first screen is the storefront as phones show it',
    ),
    wall(
      'compiler-takes-what-shops-are-made-of',
      { path: '^compiler/' },
      {
        path: '^(src|server|mock-server|tests|scripts)/',
        pathNot:
          '^(src/(domain|contract|locales|templates|features/storefront|platform/embedded-shop/embedded-shop-types|routes|ui/art)|server/(first-paint|http/site|modules/exports/(unzip|exported|check-export|file-names)|offline/worker|settings))',
      },
      'a compiler takes rules, schemas, looks and first screens',
    ),
    wall(
      'nothing-takes-the-compiler',
      { path: '^(src|server|mock-server|config)/' },
      { path: '^compiler/' },
      'only scripts and tests run the compiler',
    ),
    wall(
      'server-mounts-worlds-in-main',
      { path: '^server/', pathNot: '^server/main' },
      { path: '^mock-server/' },
      'only main mounts worlds',
    ),
    wall(
      'no-tests-in-the-house',
      { path: '^(src|server|compiler|mock-server|config)/' },
      { path: '^tests/' },
      'the house does not know its tests',
    ),
    wall(
      'browser-and-wechat-stay-in-platform',
      { path: '^src/', pathNot: '^src/(platform|api|ui/qr|app|features|pages|templates|ui)' },
      { path: 'node_modules/(@tarojs/taro|idb-keyval|qr)' },
      'rules and words know no platform',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.h5.ts', '.h5.tsx', '.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
}
