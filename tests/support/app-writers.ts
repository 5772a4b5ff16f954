import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFolder } from '../../compiler/output'

// Writes apps into one folder again and again, as processes of their own that do it at once: `app-writers.ts <folder> <letter>…`.
const [, script = '', folder = '', ...letters] = process.argv
const TIMES = 30
const FILES = 40

/** An app whose every file says whose it is. */
function appOf(letter: string) {
  const names = Array.from({ length: FILES }, (_, at) => `js/${letter}-${at}.js`)
  return new Map([...names, 'index.html'].map((name) => [name, Buffer.from(letter)]))
}

async function inProcess(letter: string): Promise<number> {
  const [code] = await once(spawn(process.execPath, [script, folder, letter], { stdio: 'inherit' }), 'exit')
  return code ?? 1
}

const [only = ''] = letters
if (letters.length > 1) process.exitCode = Math.max(...(await Promise.all(letters.map(inProcess))))
else
  for (let time = 0; time < TIMES; time++)
    writeFolder(folder, appOf(only), { slug: 'shopshop', target: 'h5' })
