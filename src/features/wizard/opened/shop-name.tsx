import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ReadState } from '@/api/use-read'
import type { RouteReply } from '@/contract/routes'
import { openedWords as words } from '@/locales/shop/wizard'
import { Button } from '@/ui/button/button'
import { ShopNameSheet } from './shop-name-sheet'
import './opened-row.scss'

interface ShopNameProps {
  name: string
  shop: ReadState<RouteReply<'GET /api/shops/:shopId'>>
  onNamed(): void
}

/** The shop's default name, with a button to rename it. */
export function ShopName({ name, shop, onNamed }: ShopNameProps) {
  const [open, setOpen] = useState(false)
  const { data } = shop
  return (
    <View className="opened-row">
      <View className="opened-row__words">
        <Text className="opened-row__note">{words.name}</Text>
        <Text className="opened-row__title">{name}</Text>
      </View>
      <Button size="small" kind="soft" disabled={!data} onPress={() => setOpen(true)}>
        {words.rename}
      </Button>
      {open && data && (
        <ShopNameSheet
          data={data}
          onChange={shop.set}
          onNamed={() => {
            setOpen(false)
            onNamed()
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </View>
  )
}
