import { assetUrl } from '../asset-url'
import type { BuiltinKind } from './define'

const EVENTS = ['play', 'pause', 'ended', 'timeupdate', 'error']

const media = (name: 'video' | 'audio'): BuiltinKind => ({
  name,
  properties:
    'src controls autoplay loop muted poster initialTime duration objectFit showFullscreenBtn author',
  mount: (self, host) => {
    const player = self.element.ownerDocument.createElement(name)
    self.element.appendChild(player)
    for (const event of EVENTS)
      player.addEventListener(event, () =>
        self.fire(event, { currentTime: player.currentTime, duration: player.duration }),
      )
    return {
      watch: {
        src: (value) => {
          if (value) player.setAttribute('src', assetUrl(host, String(value)))
        },
      },
    }
  },
})

export const mediaKinds = [media('video'), media('audio')]
