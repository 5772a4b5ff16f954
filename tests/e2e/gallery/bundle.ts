import path from 'node:path'
import { build, type Plugin, stop } from 'esbuild'
import { compile } from 'sass'

const styles: Plugin = {
  name: 'styles',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.scss$/ }, ({ path: file }) => ({ contents: compile(file).css, loader: 'css' })),
}

/** Bundles every template and section with its styles into one script and one stylesheet. */
export async function bundleGallery(): Promise<{ script: string; css: string }> {
  const result = await build({
    entryPoints: [path.resolve('tests/e2e/gallery/in-page/entry.tsx')],
    outdir: path.resolve('dist/gallery'),
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    // as for the server's first screen: without a network or router
    alias: {
      '@tarojs/components': path.resolve('server/first-paint/components.ts'),
      '@tarojs/taro': path.resolve('server/first-paint/taro.ts'),
    },
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.TARO_ENV': '"h5"', API_BASE: '""' },
    resolveExtensions: ['.h5.ts', '.h5.tsx', '.ts', '.tsx', '.mjs', '.js', '.json'],
    plugins: [styles],
    logLevel: 'error',
  })
  // esbuild's service process would keep the tests from ending
  await stop()
  const text = (end: string) => result.outputFiles.find(({ path: file }) => file.endsWith(end))?.text ?? ''
  return { script: text('.js'), css: text('.css') }
}
