import { assetUrl } from '../asset-url'
import type { BuiltinKind } from './define'

const FITS: Record<string, string> = { aspectFit: 'contain', aspectFill: 'cover' }

export const image: BuiltinKind = {
  name: 'image',
  properties: 'src mode lazyLoad webp showMenuByLongpress fadeIn nativeProps',
  mount: (self, host) => {
    const picture = self.element.ownerDocument.createElement('img')
    self.element.appendChild(picture)
    picture.addEventListener('load', () => {
      const { naturalWidth: width, naturalHeight: height } = picture
      if (self.text('mode') === 'widthFix')
        self.element.style.height = `${(self.element.clientWidth * height) / width}px`
      if (self.text('mode') === 'heightFix')
        self.element.style.width = `${(self.element.clientHeight * width) / height}px`
      self.fire('load', { width, height })
    })
    picture.addEventListener('error', () => self.fire('error', { errMsg: `GET ${self.text('src')} failed` }))
    return {
      watch: {
        src: (value) => {
          if (value) picture.setAttribute('src', assetUrl(host, String(value)))
          else picture.removeAttribute('src')
        },
        mode: (value) => {
          picture.style.objectFit = FITS[String(value)] ?? 'fill'
        },
      },
    }
  },
}

export const coverImage: BuiltinKind = { ...image, name: 'cover-image' }
