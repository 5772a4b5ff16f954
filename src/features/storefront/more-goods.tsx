import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { storefrontWords } from '@/locales/zh-CN/storefront'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { useNear } from '@/ui/long-list/use-near'
import type { MoreProducts } from './use-more-products'
import './more-goods.scss'

/** Below the goods read so far, while there are more: it reads them as people come near. */
export function MoreGoods({ products, failed, loadMore }: MoreProducts) {
  const { ref, near } = useNear(products.length)
  useEffect(() => {
    if (near && !failed) void loadMore()
  }, [near, failed, loadMore])
  return (
    <View ref={ref} className="more-goods" {...aria({ role: 'status' })}>
      {failed ? (
        <Button kind="soft" onPress={() => void loadMore()}>
          {storefrontWords.moreFailed}
        </Button>
      ) : (
        <Text>{storefrontWords.more}</Text>
      )}
    </View>
  )
}
