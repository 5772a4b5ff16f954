import { Text, View } from '@tarojs/components'
import { termsQuestionWords, lookQuestionWords as words } from '@/locales/shop/wizard'
import { joinSentences } from '@/locales/speech'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { Speaker } from '@/ui/speaker/speaker'
import { productName } from '../product/product-name'
import { publishShop } from '../publish/publish-shop'
import type { ShopDraft } from '../shop-draft'
import '../restart-sheet.scss'

/** Summarizes the shop in three lines and asks for confirmation before opening it. */
export function OpenShopSheet({ draft, look, onClose }: { draft: ShopDraft; look: string; onClose(): void }) {
  const lines = [
    words.openGoods(productName(draft), draft.price, draft.unit),
    termsQuestionWords.deliveryParts(draft.fulfilments, draft.pickupPlace.trim()).join(''),
    words.openLook(look),
    ...(draft.practice ? [words.openPractice] : []),
  ]
  return (
    <Sheet title={words.openTitle} onClose={onClose}>
      <View className="restart-sheet">
        {lines.map((line) => (
          <Text key={line}>{line}</Text>
        ))}
        <Speaker text={joinSentences(words.openTitle, ...lines)} />
        <Button onPress={() => void publishShop()}>{words.openYes}</Button>
        {/* this button covers the one that opened the sheet, so a double tap does not open the shop */}
        <Button kind="soft" onPress={onClose}>
          {words.openNo}
        </Button>
      </View>
    </Sheet>
  )
}
