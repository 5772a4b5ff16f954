import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import { describeFailure } from '@/locales/failure'
import { passkeysWords as words } from '@/locales/operator/settings'
import { agoWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useRequest } from '@/platform/network/use-request'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { canUsePasskeys, createPasskey } from '../passkeys'

type Passkey = RouteReply<'GET /api/operator/passkeys'>['items'][number]

/** The operator's passkeys, adding one on this device, and removing one. */
export function PasskeysCard() {
  const { data, failure, reload } = useCall('GET /api/operator/passkeys', {})
  if (!data) return failure ? <FailureNotice failure={failure} onRetry={() => void reload()} /> : <Skeleton />
  return (
    <Card>
      <View className="console__part">
        <Heading className="console__title">{words.title}</Heading>
        <Text className="console__fact">{words.lead}</Text>
        {data.items.length === 0 && <Text className="console__text">{words.none}</Text>}
        {data.items.map((passkey) => (
          <PasskeyLine key={passkey.id} passkey={passkey} onRemoved={() => void reload()} />
        ))}
        {canUsePasskeys() ? (
          <AddPasskey onAdded={() => void reload()} />
        ) : (
          <Text className="console__fact">{words.unsupported}</Text>
        )}
      </View>
    </Card>
  )
}

function AddPasskey({ onAdded }: { onAdded(): void }) {
  const { busy, failure, send } = useRequest()
  const [isRefused, setIsRefused] = useState(false)
  async function add() {
    setIsRefused(false)
    const challenge = await send(() => call('POST /api/operator/passkeys/challenge', {}))
    if (!challenge?.ok) return
    const body = await createPasskey(challenge.data)
    if (!body) {
      setIsRefused(true)
      return
    }
    const result = await send(() => call('POST /api/operator/passkeys', { body }))
    if (result?.ok) onAdded()
  }
  return (
    <>
      <Alert className="console__error">
        {isRefused ? words.failed : failure && describeFailure(failure)}
      </Alert>
      <Button kind="soft" icon="key" busy={busy && words.adding} onPress={() => void add()}>
        {words.add}
      </Button>
    </>
  )
}

function PasskeyLine({ passkey, onRemoved }: { passkey: Passkey; onRemoved(): void }) {
  const { busy, failure, send } = useRequest()
  const { id: passkeyId, createdAt, usedAt } = passkey
  const now = serverNow()
  const used = usedAt === undefined ? undefined : agoWords(usedAt, now)
  const remove = async () => {
    const result = await send(() =>
      call('DELETE /api/operator/passkeys/:passkeyId', { params: { passkeyId } }),
    )
    if (result?.ok) onRemoved()
  }
  return (
    <View className="console__lines">
      <Text className="console__text">{words.passkey(agoWords(createdAt, now), used)}</Text>
      <Alert className="console__error">{failure && describeFailure(failure)}</Alert>
      <View className="console__answers">
        <Button kind="line" size="small" busy={busy && words.removing} onPress={() => void remove()}>
          {words.remove}
        </Button>
      </View>
    </View>
  )
}
