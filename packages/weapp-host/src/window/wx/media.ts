import { assetUrl, isLocalFile } from '../asset-url'
import type { Host } from '../host-types'
import { escapeHtml } from '../layers'
import { requirePrivacyConsent } from '../privacy'
import type { WxTarget } from './api'
import { send } from './network'
import { type PictureInfo, pictureInfo } from './picture'
import { DEFAULT_TIMEOUT_MS } from './request'

const extensionOf = (info: PictureInfo) => (info.type === 'png' ? 'png' : 'jpg')

/** Copies up to `count` of the user's photos to temporary files. */
function pickPhotos(host: Host, count: number) {
  const { files } = host.device
  const picked = host.settings.photos.slice(0, count)
  if (picked.length === 0) throw new Error('cancel')
  return picked.map((base64) => {
    const tempFilePath = files.writeTemp(base64, extensionOf(pictureInfo(base64)))
    return { tempFilePath, size: files.size(tempFilePath), fileType: 'image' }
  })
}

function load(host: Host, src: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new host.window.Image()
    image.addEventListener('load', () => resolve(image))
    image.addEventListener('error', () => reject(new Error('image load failed')))
    image.src = assetUrl(host, src)
  })
}

interface Compress {
  src: string
  quality?: number
  compressedWidth?: number
}

async function compress(host: Host, { src, quality = 80, compressedWidth }: Compress) {
  const { files } = host.device
  const info = pictureInfo(files.read(src))
  const canvas = host.window.document.createElement('canvas')
  canvas.width = Math.round(compressedWidth ?? info.width)
  canvas.height = Math.round((canvas.width * info.height) / info.width)
  const context = canvas.getContext('2d')
  if (!context) return { tempFilePath: files.writeTemp(files.read(src), extensionOf(info)) }
  context.drawImage(await load(host, src), 0, 0, canvas.width, canvas.height)
  const data = canvas.toDataURL('image/jpeg', quality / 100)
  return { tempFilePath: files.writeTemp(data.slice(data.indexOf(',') + 1), 'jpg') }
}

async function describe(host: Host, src: string) {
  if (isLocalFile(src)) return { path: src, orientation: 'up', ...pictureInfo(host.device.files.read(src)) }
  const url = /^https?:/.test(src) ? src : new URL(assetUrl(host, src), host.window.location.href).href
  const call = { url, method: 'GET', header: {}, timeout: DEFAULT_TIMEOUT_MS }
  const { base64 } = await send(host, 'downloadFile', call).reply
  const info = pictureInfo(base64)
  return { path: host.device.files.writeTemp(base64, extensionOf(info)), orientation: 'up', ...info }
}

/** Images and codes. The user picks `settings.photos`, and the camera reads `settings.scan`. */
export function addMedia({ api, host }: WxTarget) {
  api<{ count?: number }>('chooseMedia', async ({ count = 9 }) => {
    await requirePrivacyConsent(host, 'chooseMedia')
    return { tempFiles: pickPhotos(host, count), type: 'image' }
  })
  api<{ count?: number }>('chooseImage', async ({ count = 9 }) => {
    await requirePrivacyConsent(host, 'chooseImage')
    const tempFiles = pickPhotos(host, count).map(({ tempFilePath, size }) => ({ path: tempFilePath, size }))
    return { tempFiles, tempFilePaths: tempFiles.map(({ path }) => path) }
  })
  api<Compress>('compressImage', (options) => compress(host, options))
  api<{ src: string }>('getImageInfo', ({ src }) => describe(host, src))
  api<{ filePath: string }>('saveImageToPhotosAlbum', async ({ filePath }) => {
    await requirePrivacyConsent(host, 'saveImageToPhotosAlbum')
    host.device.album.push(host.device.files.read(filePath))
  })
  api('scanCode', () => {
    if (host.settings.scan === undefined) throw new Error('cancel')
    return { result: host.settings.scan, scanType: 'QR_CODE', charSet: 'utf-8', path: '', rawData: '' }
  })
  api<{ urls?: string[]; current?: string }>('previewImage', ({ urls, current }) => {
    const src = assetUrl(host, current ?? urls?.[0] ?? '')
    const layer = host.layers.open('wx-preview', `<img src="${escapeHtml(src)}">`)
    layer.addEventListener('click', () => layer.remove())
  })
}
