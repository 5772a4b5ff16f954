import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeApp } from '../../compiler/write-app'

// Writes apps into one folder repeatedly from concurrent processes: `write-app-concurrently.ts <folder> <letter>…`.
const [, script = '', folder = '', ...letters] = process.argv
const TIMES = 30
const FILES = 40

/** Returns an app whose every file contains its letter. */
function appOf(letter: string) {
  const names = Array.from({ length: FILES }, (_, at) => `js/${letter}-${at}.js`)
  return new Map([...names, 'index.html'].map((name) => [name, Buffer.from(letter)]))
}

async function runWriter(letter: string): Promise<number> {
  const [code] = await once(spawn(process.execPath, [script, folder, letter], { stdio: 'inherit' }), 'exit')
  return code ?? 1
}

const [ownLetter = ''] = letters
if (letters.length > 1) process.exitCode = Math.max(...(await Promise.all(letters.map(runWriter))))
else
  for (let time = 0; time < TIMES; time++)
    await writeApp(folder, appOf(ownLetter), { slug: 'shopshop', target: 'h5' })
