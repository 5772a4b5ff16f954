import { Text, View } from '@tarojs/components'
import { restoreWords as words } from '@/locales/shop/key'
import { restart } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Heading } from '@/ui/text/heading'
import { KeyPanel } from './key-panel'
import { OldPhoneQuestion } from './old-phone'
import type { RestoredKey } from './use-restore-shop'
import './restore-form.scss'

/** A restored shop: saving its new key, the question about the old phone, and the way to the dashboard. */
export function RestoredShop({ shop }: { shop: RestoredKey }) {
  return (
    <View className="restore-form">
      <Heading className="restore-form__title">{words.found}</Heading>
      <Text>{words.foundText(shop.name)}</Text>
      <Card>
        <Text className="restore-form__ask">{words.newKey}</Text>
        <KeyPanel shopId={shop.shopId} shopName={shop.name} slug={shop.slug} initialKey={shop.key} />
      </Card>
      <Card>
        <OldPhoneQuestion shopId={shop.shopId} />
      </Card>
      <Button onPress={() => restart(urlOf('merchant', { shop: shop.shopId }))}>{words.manage}</Button>
    </View>
  )
}
