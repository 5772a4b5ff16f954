import { Text, View } from '@tarojs/components'
import type { Shop } from '@/domain/shop'
import { aria } from '@/platform/aria'
import { dial } from '@/platform/phone'
import { Button } from '@/ui/button/button'
import { Icon } from '@/ui/icon/icon'
import { storefrontWords } from '@/words/zh/storefront'
import './resting.scss'

/** In place of the way to order while a shop takes none: until when, and whom to ask. */
export function Resting({ shop }: { shop: Pick<Shop, 'closedUntil' | 'phone'> }) {
  const { closedUntil, phone } = shop
  return (
    <View className="resting" {...aria({ role: 'status' })}>
      <View className="resting__words">
        <Icon name="clock" size={24} />
        <Text className="resting__text">{storefrontWords.resting(closedUntil ?? '')}</Text>
      </View>
      {phone && (
        <Button kind="soft" size="small" icon="phone" onPress={() => dial(phone)}>
          {storefrontWords.call}
        </Button>
      )}
    </View>
  )
}
