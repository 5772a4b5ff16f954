const path = require('node:path')
const { bundledPackages } = require('./scripts/testing/bundle-packages.js')

// Packages that are published as ES modules only (or first) and must be compiled. Anchored at <rootDir>:
// @tarojs/components ships nested node_modules folders that an unanchored pattern would skip.
const esm = [
  '@breezystack',
  '@zxing',
  '@tarojs',
  '@stencil',
  'swiper',
  'lodash-es',
  'query-string',
  'decode-uri-component',
  'filter-obj',
  'split-on-first',
  'zustand',
  'axios',
  'qr',
  'idb-keyval',
  'cookie',
  'preact',
]

const base = {
  rootDir: __dirname,
  // looking for tests in node_modules takes a second for each project
  roots: ['compiler', 'config', 'mock-server', 'packages', 'scripts', 'server', 'src', 'tests'].map(
    (folder) => path.join(__dirname, folder),
  ),
  // built packages repeat the name of their source's package.json
  modulePathIgnorePatterns: ['<rootDir>/dist/release', '<rootDir>/packages/[^/]+/dist'],
  // a platform's own files, as the H5 build resolves them
  moduleFileExtensions: ['h5.ts', 'h5.tsx', 'ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '^.+\\.(m?js|tsx?)$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [
    `<rootDir>/node_modules/(?!(${esm.join('|')})/)`,
    '<rootDir>/dist/test-packages/',
  ],
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/src/$1',
    // its CommonJS form exports nothing
    '^@breezystack/lamejs$': require.resolve('@breezystack/lamejs').replace(/[^/\\]+$/, 'lamejs.js'),
  },
}

/** What the server's bundle reads in the place of these. */
const onServer = {
  ...bundledPackages(),
  '\\.(scss|css)$': '<rootDir>/tests/support/components/empty.js',
  '^@tarojs/components$': '<rootDir>/server/first-paint/components.ts',
  '^@tarojs/taro$': '<rootDir>/server/first-paint/taro.ts',
  '^@/api/call$': '<rootDir>/server/first-paint/call.ts',
  '^@/platform/embedded-shop/embedded-shop$': '<rootDir>/compiler/rendered-shop.ts',
  ...base.moduleNameMapper,
}

const long = process.env.KZ_LONG === '1'

const serverSetup = [
  ...(long ? ['<rootDir>/tests/support/property-runs.js'] : []),
  '<rootDir>/tests/support/umask.js',
]

/** Suites that only the long run takes: they cost more than most, and what they test seldom changes. */
const LONG_RUN_ONLY = [
  '/start/demo-reset',
  '/scripts/build-sources',
  '/maintenance/(linked-backup|secret-fingerprint)',
  '/server/trainer-worlds/',
  '/exports/export-load',
  '/payments/(application-papers|payment-applications)',
  '/generated/(invalid-photos|malformed-requests)',
  '/lessons/attendance',
  '/payment-guide/(send-application|apply-form)',
  '/http/slow-clients',
  '/money/(follow-payout|payouts)',
  '/messages/sms',
  '/exports/(import-existing-shop|import-zip-bombs)',
  '/scripts/test-runners',
  '/db/sqlite-open',
  '/http/sqlite-health',
  '/ownership/key-salt',
  '/payments/payment-privacy',
  '/media/upload-queue',
  '/start/boot',
  '/scripts/generate',
  '/jobs/clock-changes',
  '/money/(late-refunds|failed-refunds|refunds-by-seller)',
  '/orders/buyer-trust',
  '/modules/jobs/quotas',
  '/maintenance/(operator-commands|backup)',
  '/checkout/order-without-reply',
  '/first-paint/first-paint',
  '/content/check-files',
  '/shops/(look-media|closing|shop-events)',
  '/orders/order-search',
  '/money/(statements|figures.test)',
  '/wechat-pay/fields',
  '/media/photo-processing',
  '/compiler/compile-errors',
  '/demo/demo-screen',
  '/payment-guide/(application-draft|payment-guide-screen)',
  '/decorate/recording',
  '/exports/rejected-imports',
  '/lessons/practice-shops',
  '/messages/paper-card-messages',
  '/payments/pay-links',
  '/ownership/(draft-handovers|account-sweep)',
  '/list/find-orders',
  '/products/many-products',
  '/http/(neighbour-limits|demo-site)',
  '/payments/(payment-races|combined-payments|wechat-appids)',
  '/content/check-by-aliyun',
  '/compiler/shop-identity',
  '/(start|generated)/log-privacy',
  '/maintenance/payment-credentials',
  '/lessons/lesson-sockets',
  '/ownership/shared-help',
]
const skippedInShortRun = long ? [] : LONG_RUN_ONLY

/** A project that runs the server's tests on PostgreSQL, which is started for the run. */
const onPostgres = (displayName, setup, files) => ({
  ...base,
  displayName,
  testEnvironment: 'node',
  moduleNameMapper: onServer,
  globals: { API_BASE: '' },
  setupFiles: [...serverSetup, `<rootDir>/tests/support/postgres/${setup}.js`],
  globalSetup: '<rootDir>/tests/support/postgres/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/postgres/global-teardown.ts',
  testMatch: [`<rootDir>/tests/server/${files}.test.ts`],
  // malformed requests end before they reach a database
  testPathIgnorePatterns: ['/sqlite-', '/generated/malformed-requests'],
})

/**
 * Suites that the short run takes on PostgreSQL only: jobs, orders and rights under a lock, since transactions overlap there,
 * and valid requests, which `access` sends to SQLite.
 */
const ON_POSTGRES = [
  '/ownership/rights-under-lock',
  '/ownership/ownership',
  '/generated/valid-input',
  '/modules/jobs/(jobs|multiple-servers|sweep-concurrency)',
  '/orders/(concurrent-orders|order-plans)',
]

/** @type {import('jest').Config} */
module.exports = {
  testTimeout: long ? 900_000 : 300_000,
  projects: [
    {
      ...base,
      displayName: 'unit',
      testEnvironment: 'node',
      setupFiles: serverSetup,
      testMatch: [
        '<rootDir>/tests/{domain,contract,server,service-worker,templates,scripts,compiler}/**/*.test.ts?(x)',
      ],
      testPathIgnorePatterns: ['/postgres-', ...skippedInShortRun, ...(long ? [] : ON_POSTGRES)],
      moduleNameMapper: onServer,
      globals: { API_BASE: '' },
    },
    // the short run takes every endpoint once (`valid-input`), and what leans on the engine: schema, transactions, locks,
    // jobs and money
    onPostgres(
      'postgres',
      'on-postgres',
      long
        ? '{db,releases,modules,http,maintenance,generated}/**/*'
        : '{db/!(postgres-health|postgres-connections),generated/valid-input,modules/*/{concurrent-orders,concurrent-entries,order-plans,jobs,multiple-servers,orders,postgres-place-order,sweep-concurrency,rights-under-lock,ownership}}',
    ),
    onPostgres('pgbouncer', 'on-bouncer', '{db,modules,http,maintenance}/**/*'),
    {
      ...base,
      displayName: 'components',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/{features,platform,ui}/**/*.test.ts?(x)'],
      testPathIgnorePatterns: skippedInShortRun,
      setupFilesAfterEnv: ['<rootDir>/tests/support/components/components-setup.ts'],
      moduleNameMapper: {
        '\\.(scss|css)$': '<rootDir>/tests/support/components/empty.js',
        '^@tarojs/components$': '<rootDir>/tests/support/components/taro-components.js',
        '^@tarojs/taro$': '<rootDir>/tests/support/components/taro.ts',
        ...base.moduleNameMapper,
      },
      // compile-time constants of @tarojs/runtime that the runner normally defines
      globals: {
        API_BASE: 'http://127.0.0.1:4180',
        ENABLE_INNER_HTML: true,
        ENABLE_ADJACENT_HTML: true,
        ENABLE_SIZE_APIS: true,
        ENABLE_TEMPLATE_CONTENT: true,
        ENABLE_CLONE_NODE: true,
        ENABLE_CONTAINS: true,
        ENABLE_MUTATION_OBSERVER: true,
        DEPRECATED_ADAPTER_COMPONENT: false,
      },
    },
    {
      ...base,
      displayName: 'weapp-host',
      testEnvironment: 'node',
      // the short run opens Chromium for the mini-program itself
      testMatch: [
        `<rootDir>/packages/weapp-host/tests/**/${long ? '*' : '!(chromium*|network|foreign|readme|jsdom)'}.test.ts`,
      ],
    },
    {
      ...base,
      displayName: 'weapp',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/weapp/**/*.test.ts'],
    },
    {
      ...base,
      displayName: 'faults',
      testEnvironment: 'node',
      globalSetup: '<rootDir>/tests/support/postgres/global-setup.ts',
      globalTeardown: '<rootDir>/tests/support/postgres/global-teardown.ts',
      // the short run takes those about data and money, without those about lessons, jobs, payment services, several servers, messages,
      // exports, clocks, outages and full or locked disks
      testMatch: [
        `<rootDir>/tests/faults/${long ? '**/*' : '!(lesson|jobs|payment-chaos|two-servers|notifications|exports|slow-clients|clock-changes|disk-full|sqlite-file|restore-drill|postgres-outage|release-folder)'}.test.ts`,
      ],
    },
  ],
}
