import { View } from '@tarojs/components'
import type { Shop } from '@/domain/shop'
import { aria } from '@/platform/aria'
import { dial } from '@/platform/phone'
import { Button } from '@/ui/button/button'
import { storefrontWords } from '@/words/zh/storefront'
import { CallNote } from './call-note'

/** In place of the way to order while a shop takes none: until when, and whom to ask. */
export function Resting({ shop }: { shop: Pick<Shop, 'closedUntil' | 'phone'> }) {
  const { closedUntil, phone } = shop
  return (
    <View {...aria({ role: 'status' })}>
      <CallNote
        icon="clock"
        text={storefrontWords.resting(closedUntil ?? '')}
        call={
          phone && (
            <Button kind="soft" size="small" icon="phone" onPress={() => dial(phone)}>
              {storefrontWords.call}
            </Button>
          )
        }
      />
    </View>
  )
}
