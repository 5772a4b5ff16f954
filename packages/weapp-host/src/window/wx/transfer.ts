import { base64ToText } from '../bytes'
import { hasCallback, type Options, settle, type WxTarget } from './api'
import { type NetworkCall, send } from './network'
import { DEFAULT_TIMEOUT_MS, headerOf } from './request'

interface TransferOptions extends Options {
  url: string
  header?: Record<string, unknown>
  timeout?: number
}

interface UploadOptions extends TransferOptions {
  filePath: string
  name: string
  fileName?: string
  formData?: Record<string, unknown>
}

interface Progress {
  progress: number
  totalBytesSent: number
  totalBytesExpectedToSend: number
}

type ProgressListener = (progress: Progress) => void

/** Progress listeners of one transfer. Data is sent in one piece, so only 50 % and 100 % are reported. */
function createProgress() {
  const listeners = new Set<ProgressListener>()
  return {
    listeners,
    report(progress: number, total: number) {
      const totalBytesSent = Math.round((total * progress) / 100)
      for (const listener of listeners)
        listener({ progress, totalBytesSent, totalBytesExpectedToSend: total })
    },
  }
}

function createTask(
  getCall: () => NetworkCall | undefined,
  { listeners }: ReturnType<typeof createProgress>,
) {
  return {
    abort: () => getCall()?.abort(),
    onProgressUpdate: (listener: ProgressListener) => listeners.add(listener),
    offProgressUpdate: (listener?: ProgressListener) =>
      listener ? listeners.delete(listener) : listeners.clear(),
    onHeadersReceived() {},
    offHeadersReceived() {},
  }
}

const textFields = (data: Record<string, unknown> | undefined) =>
  Object.fromEntries(Object.entries(data ?? {}).map(([name, value]) => [name, String(value)]))

const extensionOf = (url: string, type: string | undefined) =>
  type?.split('/')[1]?.split(';')[0]?.replace('jpeg', 'jpg') ?? url.split('.').pop()?.slice(0, 4) ?? 'dat'

export function addTransfers({ wx, host }: WxTarget) {
  const { files } = host.device

  wx.uploadFile = (options: UploadOptions) => {
    let call: NetworkCall | undefined
    const progress = createProgress()
    const run = settle(host, 'uploadFile', options, async () => {
      const base64 = files.read(options.filePath)
      const fileName = options.fileName ?? options.filePath.split('/').pop() ?? 'file'
      const header = headerOf(options.header)
      delete header['content-type']
      call = send(host, 'uploadFile', {
        url: options.url,
        method: 'POST',
        header,
        timeout: options.timeout ?? DEFAULT_TIMEOUT_MS,
        form: { file: { field: options.name, fileName, base64 }, fields: textFields(options.formData) },
      })
      progress.report(50, files.size(options.filePath))
      const reply = await call.reply
      progress.report(100, files.size(options.filePath))
      return { data: base64ToText(reply.base64), statusCode: reply.statusCode, header: reply.header }
    })
    const task = createTask(() => call, progress)
    return hasCallback(options) ? task : Object.assign(run ?? {}, task)
  }

  wx.downloadFile = (options: TransferOptions & { filePath?: string }) => {
    let call: NetworkCall | undefined
    const progress = createProgress()
    const run = settle(host, 'downloadFile', options, async () => {
      const header = headerOf(options.header)
      const timeout = options.timeout ?? DEFAULT_TIMEOUT_MS
      call = send(host, 'downloadFile', { url: options.url, method: 'GET', header, timeout })
      const { base64, statusCode, header: responseHeader } = await call.reply
      if (options.filePath) {
        files.write(options.filePath, base64)
        return { filePath: options.filePath, statusCode, header: responseHeader }
      }
      const tempFilePath = files.writeTemp(base64, extensionOf(options.url, responseHeader['content-type']))
      return { tempFilePath, statusCode, header: responseHeader }
    })
    const task = createTask(() => call, progress)
    return hasCallback(options) ? task : Object.assign(run ?? {}, task)
  }
}
