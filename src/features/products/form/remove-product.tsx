import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { productFormWords } from '@/locales/product/products'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'

interface RemoveProductProps {
  shopId: Id
  productId: Id
  onRemoved(): void
}

function useRemoval({ shopId, productId, onRemoved }: RemoveProductProps) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  async function remove() {
    setBusy(true)
    setError(undefined)
    const result = await call('DELETE /api/shops/:shopId/products/:productId', {
      params: { shopId, productId },
    })
    setBusy(false)
    if (result.ok) onRemoved()
    else setError(describeFailure(result.failure))
  }
  return { busy, error, remove }
}

/** Deletes a product permanently after a confirmation. */
export function RemoveProduct(props: RemoveProductProps) {
  const [isConfirming, setIsConfirming] = useState(false)
  const { busy, error, remove } = useRemoval(props)
  const words = productFormWords.removeAsk
  return (
    <View>
      <Button kind="line" size="small" icon="trash" onPress={() => setIsConfirming(true)}>
        {productFormWords.remove}
      </Button>
      {isConfirming && (
        <Sheet title={words.title} onClose={() => setIsConfirming(false)}>
          <View className="product-conflict">
            <Text>{words.text}</Text>
            {error && (
              <Text className="product-form__error" {...aria({ role: 'alert' })}>
                {error}
              </Text>
            )}
            <Button kind="line" onPress={() => setIsConfirming(false)}>
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
