import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { helpLogWords as words } from '@/locales/shop/help'
import { momentWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { usePolling } from '@/platform/lifecycle/use-polling'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { ManagedShopFailure } from '@/ui/notice/managed-shop-failure'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Status } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'

const POLL_MS = 10_000

/** The helpers who may change something in the shop now, each with a button that ends the help at once. */
export function HelpNow({ shopId }: { shopId: Id }) {
  const helps = useCall('GET /api/shops/:shopId/helps', { params: { shopId } })
  const { data, failure, reload } = helps
  const [busy, setBusy] = useState<Id>()
  const [message, setMessage] = useState<string>()
  useReturnToPage(() => void reload())
  usePolling(() => void reload(), POLL_MS, (data?.helps.length ?? 0) > 0)

  async function end(helpId: Id) {
    setBusy(helpId)
    const result = await call('DELETE /api/shops/:shopId/helps/:helpId', { params: { shopId, helpId } })
    setBusy(undefined)
    setMessage(result.ok ? words.ended : describeFailure(result.failure))
    if (result.ok) await reload()
  }

  if (!data)
    return failure ? <ManagedShopFailure failure={failure} onRetry={() => void reload()} /> : <Skeleton />
  return (
    <Card>
      <View className="handover__group">
        <Heading className="handover__strong">{words.now}</Heading>
        <Status>{message}</Status>
        {data.helps.length === 0 && <Text className="handover__note">{words.nobody}</Text>}
        {data.helps.map(({ id, centre, helper, purposes, expiresAt }) => (
          <View key={id} className="handover__group">
            <Text>
              {words.who(centre.name, helper)}，
              {purposes.map((purpose) => (purpose === 'open' ? '' : words.parts[purpose])).join('、')}，
              {words.until(momentWords(expiresAt, serverNow()))}
            </Text>
            <View className="handover__do">
              <Button
                size="small"
                kind="line"
                busy={busy === id && words.ending}
                disabled={busy !== undefined}
                onPress={() => void end(id)}
              >
                {words.end}
              </Button>
            </View>
          </View>
        ))}
      </View>
    </Card>
  )
}
