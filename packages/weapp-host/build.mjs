import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import ts from 'typescript'

// Builds the package that is published into dist/: JavaScript for `import` and `require`, types, and the window script.
const root = path.dirname(fileURLToPath(import.meta.url))
const dist = path.join(root, 'dist')
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const entries = ['index', 'chromium', 'jsdom']
/** Packages that are part of the window script and are not installed with the host. */
const bundled = ['glass-easel', 'glass-easel-miniprogram-adapter']
const external = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)]
const require = createRequire(import.meta.url)

const licenses = bundled
  .map((name) =>
    readFileSync(path.join(path.dirname(require.resolve(`${name}/package.json`)), 'LICENSE'), 'utf8'),
  )
  .map((text, index) => `${bundled[index]}\n\n${text}`)

async function buildWindowScript() {
  const result = await build({
    entryPoints: [path.join(root, 'src/window/entry.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minifyWhitespace: true,
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const script = JSON.stringify(result.outputFiles[0].text)
  writeFileSync(path.join(dist, 'window-script.cjs'), `exports.windowScript = async () => ${script}\n`)
  writeFileSync(path.join(dist, 'THIRD-PARTY-LICENSES.txt'), licenses.join('\n\n'))
}

/** Replaces the module that bundles the window script at run time by the finished script. */
const finishedWindowScript = {
  name: 'finished-window-script',
  setup: (/** @type {import('esbuild').PluginBuild} */ { onResolve }) =>
    onResolve({ filter: /\/window-script$/ }, () => ({ path: './window-script.cjs', external: true })),
}

/** @param {'esm' | 'cjs'} format @param {string} extension */
async function buildModules(format, extension) {
  await build({
    entryPoints: entries.map((name) => path.join(root, `src/${name}.ts`)),
    outdir: dist,
    outExtension: { '.js': extension },
    bundle: true,
    splitting: format === 'esm',
    chunkNames: 'shared-[hash]',
    platform: 'node',
    target: 'node20',
    format,
    external,
    plugins: [finishedWindowScript],
  })
}

function buildTypes() {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: ['src'] }, ts.sys, root)
  const program = ts.createProgram({
    rootNames: entries.map((name) => path.join(root, `src/${name}.ts`)),
    options: {
      ...options,
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      outDir: path.join(dist, 'types'),
      rootDir: path.join(root, 'src'),
    },
  })
  const { diagnostics } = program.emit()
  const errors = [...ts.getPreEmitDiagnostics(program), ...diagnostics]
  if (errors.length > 0) throw new Error(ts.formatDiagnostics(errors, ts.createCompilerHost(options)))
}

function writeManifest() {
  const {
    private: _private,
    scripts: _scripts,
    devDependencies: _dev,
    exports: _exports,
    ...others
  } = manifest
  const exports = Object.fromEntries(
    entries.map((name) => [
      name === 'index' ? '.' : `./${name}`,
      { types: `./types/${name}.d.ts`, import: `./${name}.mjs`, require: `./${name}.js` },
    ]),
  )
  const dependencies = Object.fromEntries(
    Object.entries(manifest.dependencies).filter(([name]) => !bundled.includes(name)),
  )
  const published = { ...others, dependencies, exports: { ...exports, './package.json': './package.json' } }
  writeFileSync(path.join(dist, 'package.json'), `${JSON.stringify(published, null, 2)}\n`)
}

rmSync(dist, { recursive: true, force: true })
mkdirSync(dist)
await buildWindowScript()
await buildModules('esm', '.mjs')
await buildModules('cjs', '.js')
buildTypes()
writeManifest()
copyFileSync(path.join(root, 'README.md'), path.join(dist, 'README.md'))
copyFileSync(path.join(root, 'LICENSE'), path.join(dist, 'LICENSE'))
