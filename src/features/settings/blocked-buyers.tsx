import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import type { Id } from '@/domain/id'
import { sayFailure } from '@/locales/zh-CN/failure'
import { orderLimitsWords } from '@/locales/zh-CN/order-limits'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { SettingsGroup } from './settings-group'

/** The buyers whose orders the shop does not take, to be served again; nothing while there are none. */
export function BlockedBuyers({ shopId }: { shopId: Id }) {
  const { data, reload } = useCall<'GET /api/shops/:shopId/blocked-buyers'>(
    'GET /api/shops/:shopId/blocked-buyers',
    { params: { shopId } },
  )
  const [busy, setBusy] = useState<Id>()
  const [said, setSaid] = useState<string>()
  const { blockedList, block } = orderLimitsWords

  async function lift(orderId: Id) {
    setBusy(orderId)
    const result = await call('DELETE /api/shops/:shopId/blocked-buyers/:orderId', {
      params: { shopId, orderId },
    })
    setBusy(undefined)
    setSaid(result.ok ? block.lifted : sayFailure(result.failure))
    if (result.ok) await reload()
  }

  const items = data?.items ?? []
  if (items.length === 0 && !said) return null
  return (
    <Card>
      <SettingsGroup title={blockedList.title}>
        {said && (
          <Text className="settings-group__strong" {...aria({ role: 'status' })}>
            {said}
          </Text>
        )}
        {items.length > 0 && <Text className="settings-group__text">{blockedList.text}</Text>}
        {items.map(({ orderId, name, phone }) => {
          const who = blockedList.who(name, phone)
          return (
            <View key={orderId} className="settings-group__paying">
              <Text className="settings-group__strong">{who}</Text>
              <Button
                kind="line"
                size="small"
                label={blockedList.liftLabel(who)}
                busy={busy === orderId && block.busy}
                disabled={busy !== undefined}
                onPress={() => void lift(orderId)}
              >
                {block.lift}
              </Button>
            </View>
          )
        })}
      </SettingsGroup>
    </Card>
  )
}
