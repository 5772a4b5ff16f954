import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { WriteExport } from './export-job'

/** What a thread asks for or reports, and the answer to a file that it reads. */
export type FromThread = { read: string } | { bytes: number } | { error: { message: string; code: string } }
export interface ToThread {
  bytes: Uint8Array | undefined
}

/** The program of the thread. A release build replaces this constant, as it lies beside the server's programs. */
const PROGRAM = path.resolve(process.env.KZ_EXPORT_WORKER ?? 'dist/server/export-worker.mjs')

/** The most that a thread allocates, in MB: a shop of two thousand products takes a fifth. */
const MAX_HEAP_MB = 384

/** Writes an export in a thread, which gets photos and voices from this one and ends when the export is written. */
export const writeInThread: WriteExport = (job, get, signal) =>
  new Promise<number>((resolve, reject) => {
    const thread = new Worker(PROGRAM, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    })
    let isEnding = false
    const end = (settle: () => void) => {
      if (isEnding) return
      isEnding = true
      signal.removeEventListener('abort', abort)
      // only then does the thread no longer write to the file
      void thread.terminate().finally(settle)
    }
    const abort = () => end(() => reject(signal.reason))
    signal.addEventListener('abort', abort, { once: true })
    const answer = (bytes: ToThread['bytes']) => thread.postMessage({ bytes } satisfies ToThread)
    thread.on('message', (message: FromThread) => {
      if ('bytes' in message) return end(() => resolve(message.bytes))
      if ('read' in message)
        return void get(message.read).then(answer, (error: unknown) => end(() => reject(error)))
      end(() => reject(Object.assign(new Error(message.error.message), { code: message.error.code })))
    })
    thread.once('error', (error) => end(() => reject(error)))
    thread.once('exit', () => end(() => reject(new Error('the thread of an export ended'))))
  })
