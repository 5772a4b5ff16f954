import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Id } from '@/domain/id'
import { sayFailure } from '@/locales/zh-CN/failure'
import { productWords } from '@/locales/zh-CN/products'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'

interface RemoveProductProps {
  shopId: Id
  productId: Id
  onRemoved(): void
}

/** Takes a product away for good, after one question. */
export function RemoveProduct({ shopId, productId, onRemoved }: RemoveProductProps) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const words = productWords.removeAsk

  async function remove() {
    setBusy(true)
    setTrouble(undefined)
    const result = await call('DELETE /api/shops/:shopId/products/:productId', {
      params: { shopId, productId },
    })
    setBusy(false)
    if (result.ok) onRemoved()
    else setTrouble(sayFailure(result.failure))
  }

  return (
    <View className="product-form__remove">
      <Button kind="line" size="small" icon="trash" onPress={() => setAsking(true)}>
        {productWords.remove}
      </Button>
      {asking && (
        <Sheet title={words.title} onClose={() => setAsking(false)}>
          <View className="product-conflict">
            <Text>{words.text}</Text>
            {trouble && (
              <Text className="product-form__fault" {...aria({ role: 'alert' })}>
                {trouble}
              </Text>
            )}
            <Button kind="soft" onPress={() => setAsking(false)}>
              {words.no}
            </Button>
            <Button kind="bad" busy={busy && words.busy} onPress={() => void remove()}>
              {words.yes}
            </Button>
          </View>
        </Sheet>
      )}
    </View>
  )
}
