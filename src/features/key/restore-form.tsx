import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { adoptSession } from '@/api/session'
import type { RouteReply } from '@/contract/routes'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { restoreWords as words } from '@/locales/shop/key'
import { canScanLive } from '@/platform/device/scan'
import { useCodeScan } from '@/platform/device/use-code-scan'
import { restart } from '@/platform/navigation/navigate'
import { useRequest } from '@/platform/network/use-request'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Field } from '@/ui/field/field'
import { Alert, Status } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { KeyPanel } from './key-panel'
import { groupKey, KEY_LETTERS, keyInScan, missingLetters } from './key-text'
import './restore-form.scss'

type RestoredKey = NonNullable<RouteReply<'POST /api/sessions'>['restored']>

/** Signs in with a key, which adds its shop to this phone's account. */
function useRestoreShop() {
  const { busy, failure, setFailure, send } = useRequest()
  const [restored, setRestored] = useState<RestoredKey>()

  async function restore(key: string) {
    const reply = await send(() => call('POST /api/sessions', { body: { provider: 'key', key } }))
    if (!reply?.ok) return
    adoptSession(reply.data)
    if (reply.data.restored) setRestored(reply.data.restored)
    else setFailure({ code: 'unreadable', status: 0 })
  }

  return { restore: (key: string) => void restore(key), busy, failure, restored }
}

/** The time to wait before another try, in whole minutes. */
const minutesOf = ({ retryAfter = 0 }: Failure) => Math.max(1, Math.ceil(retryAfter / 60))

/** Restores a shop by its key, typed or scanned from the key card. `firstKey` comes with a scanned address. */
export function RestoreForm({ firstKey }: { firstKey?: string | undefined }) {
  const [text, setText] = useState(() => groupKey(firstKey ?? ''))
  const keyScan = useCodeScan(keyInScan, words, setText)
  const { restore, busy, failure, restored } = useRestoreShop()
  if (restored) return <RestoredShop shop={restored} />
  const missing = missingLetters(text)
  return (
    <View className="restore-form">
      <Text>{words.lead}</Text>
      <Card>
        <Field
          kind="lines"
          label={words.field}
          value={text}
          onChange={(typed) => setText(groupKey(typed))}
          maxLength={KEY_LETTERS * 2}
          hint={missing === KEY_LETTERS ? words.example : missing > 0 ? words.missing(missing) : undefined}
          error={keyScan.error}
        />
      </Card>
      {failure && (
        <Alert className="restore-form__failure">
          {failure.code === 'too-many' ? words.tooMany(minutesOf(failure)) : describeFailure(failure)}
          {failure.code === 'key-used' && words.usedHint}
        </Alert>
      )}
      <Button disabled={missing > 0} busy={busy && words.busy} onPress={() => restore(text)}>
        {words.submit}
      </Button>
      <Button kind="soft" icon={canScanLive ? 'qr' : 'album'} onPress={keyScan.scan}>
        {canScanLive ? words.scan : words.album}
      </Button>
      {failure?.code === 'key-used' && (
        <Button kind="line" onPress={() => restart(urlOf('home'))}>
          {words.mine}
        </Button>
      )}
    </View>
  )
}

/** A restored shop: saving its new key, the question about the old phone, and the way to the dashboard. */
function RestoredShop({ shop }: { shop: RestoredKey }) {
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

/** Asks whether the owner still has the old phone, and revokes a lost phone's access. */
function OldPhoneQuestion({ shopId }: { shopId: Id }) {
  const [answer, setAnswer] = useState<'none' | 'have' | 'locked'>('none')
  const { busy, failure, send } = useRequest()
  const lock = async () => {
    const reply = await send(() => call('DELETE /api/shops/:shopId/other-owners', { params: { shopId } }))
    if (reply?.ok) setAnswer('locked')
  }
  if (answer !== 'none') return <Status>{answer === 'have' ? words.haveDone : words.lostDone}</Status>
  return (
    <View>
      <Text className="restore-form__ask">{words.oldPhone}</Text>
      <Alert className="restore-form__ask restore-form__failure">{failure && describeFailure(failure)}</Alert>
      <View className="restore-form__answers">
        <Button kind="soft" disabled={busy} onPress={() => setAnswer('have')}>
          {words.have}
        </Button>
        <Button kind="line" busy={busy && words.lostBusy} onPress={() => void lock()}>
          {words.lost}
        </Button>
      </View>
    </View>
  )
}
