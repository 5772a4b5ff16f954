import { View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import { openedWords as words } from '@/locales/shop/wizard'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { ShareButton } from './share-button'

interface OpenedFootProps {
  shopId: Id
  name: string
  link: string
  drawing: boolean
  onPoster(): void
  onMessage(words: string): void
}

/** The foot of the opened screen: share, save a poster, add a product. */
export function OpenedFoot({ shopId, name, link, drawing, onPoster, onMessage }: OpenedFootProps) {
  return (
    <View className="opened__foot">
      <ShareButton name={name} link={link} onMessage={onMessage} />
      <View className="opened__pair">
        <Button kind="line" busy={drawing && words.posterBusy} onPress={onPoster}>
          {words.poster}
        </Button>
        <Button kind="line" onPress={() => go(urlOf('merchantProduct', { shop: shopId }))}>
          {words.addProduct}
        </Button>
      </View>
    </View>
  )
}
