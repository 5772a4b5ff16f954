/** Import rules (ARCHITECTURE.md): imports point one way, and a feature never imports another feature. */
const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })
const only = (folder, allowed) =>
  rule(
    `${folder}-only`,
    { path: `^src/${folder}/` },
    {
      path: '^(src|server|mock-server|compiler)/',
      pathNot: [`^src/${folder}/`, ...allowed.map((a) => `^src/${a}`)],
    },
    `${folder} may import ${allowed.join(', ') || 'nothing of the project'}`,
  )

/** The modules of the server in their layers, the lowest first. */
const LAYERS = [
  ['health', 'documents', 'shop-messages', 'ledger', 'quotas', 'grants', 'notices', 'templates'],
  ['media', 'shops'],
  ['sessions', 'tickets'],
  ['content'],
  ['photos', 'voices', 'centres', 'delivery-slots'],
  ['helps'],
  ['products', 'looks'],
  ['categories', 'storefronts', 'reports', 'appeals', 'own-apps'],
  ['orders'],
  ['payments'],
  ['claims', 'change-requests', 'parcels'],
  ['order-steps', 'settings', 'payment-applications', 'statements', 'payouts', 'demo', 'group-buys'],
  ['money', 'lessons', 'handovers'],
  ['paper-cards', 'opening', 'exports', 'figures'],
  ['notifications'],
  ['today'],
  ['closing'],
  ['personal-data', 'me'],
  ['operator'],
]

/** A module of the server imports modules of lower layers, and neither its neighbours nor what joins them. */
const moduleRules = LAYERS.flatMap((layer, at) =>
  layer.map((name) =>
    rule(
      `module-${name}`,
      { path: `^server/modules/${name}/` },
      {
        path: '^server/modules/',
        pathNot: `^server/modules/(${[name, ...LAYERS.slice(0, at).flat()].join('|')})/`,
      },
      'a module of the server imports modules of lower layers only (ARCHITECTURE.md)',
    ),
  ),
)

module.exports = {
  forbidden: [
    ...moduleRules,
    rule(
      'module-in-a-layer',
      { path: '^server/modules/[^/]+/', pathNot: `^server/modules/(${LAYERS.flat().join('|')})/` },
      {},
      'a new module of the server needs its place in LAYERS',
    ),
    rule(
      'no-cycles',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'imports point one way',
    ),
    only('domain', ['contract/']),
    only('contract', ['domain/']),
    only('platform', ['domain/', 'routes', 'demo-player/protocol']),
    only('locales', ['domain/']),
    only('ui', ['domain/', 'platform/', 'locales/', 'routes']),
    only('service-worker', []),
    only('demo-player', []),
    only('templates', ['domain/', 'platform/', 'ui/', 'locales/']),
    // known templates are the built-in ones and those received from the server
    only('api', ['domain/', 'contract/', 'platform/', 'templates/known']),
    rule(
      'client-imports-types-of-contract',
      { path: '^src/(domain|api|features|pages|ui|platform)/' },
      { path: '^src/contract/|node_modules/@sinclair/typebox/', dependencyTypesNot: ['type-only'] },
      'the client ships no schemas; the types of domain are derived from them',
    ),
    rule(
      'features-import-lower-folders',
      { path: '^src/features/' },
      { path: '^(src/(pages|app)|server|mock-server|compiler)' },
      'features import neither pages nor the server',
    ),
    rule(
      'no-sibling-features',
      { path: '^src/features/([^/]+)/' },
      { path: '^src/features/', pathNot: '^src/features/$1/' },
      'pages compose features; shared code moves to a lower folder',
    ),
    rule(
      'src-does-not-import-server',
      { path: '^src/' },
      { path: '^(server|mock-server|compiler)/' },
      'nothing in src imports the server',
    ),
    rule(
      'server-imports',
      { path: '^server/', pathNot: '^server/first-paint/' },
      { path: '^src/', pathNot: '^src/(domain|contract|templates|locales|ui/art|service-worker/manifest)' },
      'the server imports only domain rules, schemas, templates, locales and drawings',
    ),
    rule(
      'first-paint-imports',
      { path: '^server/first-paint/' },
      { path: '^src/', pathNot: '^src/(domain|locales|templates|features/storefront|ui/long-list)/' },
      'the first paint renders the storefront feature and nothing else of the client',
    ),
    rule(
      'compiler-imports',
      { path: '^compiler/' },
      {
        path: '^(src|server|mock-server|tests|scripts)/',
        pathNot:
          '^(src/(domain|contract|locales|templates|features/storefront|platform/embedded-shop/embedded-shop-types|routes|service-worker/manifest|ui/art)|server/(first-paint|http/pages/site|modules/exports/(unzip|exported-shop|check-export|file-names)|setup-error))',
      },
      'the compiler imports domain rules, schemas, templates and the first paint',
    ),
    rule(
      'app-does-not-import-compiler',
      { path: '^(src|server|mock-server|config)/' },
      { path: '^compiler/' },
      'only scripts and tests run the compiler',
    ),
    rule(
      'only-main-imports-mock-server',
      { path: '^server/', pathNot: '^server/main' },
      { path: '^mock-server/' },
      'only main may load the demo world',
    ),
    rule(
      'code-does-not-import-tests',
      { path: '^(src|server|compiler|mock-server|config)/' },
      { path: '^tests/' },
      'the code does not import its tests',
    ),
    rule(
      'weapp-host-does-not-import-app',
      { path: '^packages/weapp-host/' },
      { path: '^(src|server|mock-server|compiler|config|scripts|tests|types|examples|dist)/' },
      'packages/weapp-host imports nothing of the app',
    ),
    rule(
      'app-imports-weapp-host-as-package',
      { path: '^(src|server|mock-server|compiler|config|scripts|tests)/' },
      { path: '^packages/weapp-host/', pathNot: '^packages/weapp-host/src/(index|chromium|jsdom)\\.ts$' },
      'the app imports weapp-host by its public entry points',
    ),
    rule(
      'weapp-host-window-does-not-import-node',
      { path: '^packages/weapp-host/src/(window|shared)/' },
      { path: '^packages/weapp-host/src/(node/|chromium|jsdom|index)' },
      'the window script contains nothing of Node',
    ),
    rule(
      'weapp-host-node-does-not-import-window',
      { path: '^packages/weapp-host/src/(node/|chromium|jsdom|index)' },
      { path: '^packages/weapp-host/src/window/' },
      'Node reaches the window by the window script alone',
    ),
    rule(
      'domain-and-locales-are-platform-independent',
      { path: '^src/', pathNot: '^src/(platform|api|ui/qr|app|features|pages|templates|ui)' },
      { path: 'node_modules/(@tarojs/taro|idb-keyval|qr)' },
      'domain rules and locales are platform independent',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.h5.ts', '.h5.tsx', '.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
}
