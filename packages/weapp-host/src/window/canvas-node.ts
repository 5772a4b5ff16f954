import { assetUrl } from './asset-url'
import type { Host } from './host-types'

/** An image for `drawImage`. Its `src` may be a URL, a file of the build or a file of the device. */
function createImage(host: Host): HTMLImageElement {
  const image = host.window.document.createElement('img')
  image.crossOrigin = 'anonymous'
  Object.defineProperty(image, 'src', {
    get: () => image.getAttribute('src') ?? '',
    set: (path: string) => image.setAttribute('src', assetUrl(host, path)),
  })
  return image
}

/** Adds the methods of WeChat's canvas node to a canvas element. */
export function addCanvasMethods(host: Host, canvas: HTMLCanvasElement): HTMLCanvasElement {
  return Object.assign(canvas, {
    createImage: () => createImage(host),
    createImageData: (width: number, height: number) => new host.window.ImageData(width, height),
    createPath2D: (path?: string) => new host.window.Path2D(path),
    requestAnimationFrame: (run: FrameRequestCallback) => host.window.requestAnimationFrame(run),
    cancelAnimationFrame: (id: number) => host.window.cancelAnimationFrame(id),
  })
}
