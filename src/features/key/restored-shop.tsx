import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { restoreWords as words } from '@/locales/shop/key'
import { restart } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Alert, Status } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { KeyPanel } from './key-panel'
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

type Answer = 'none' | 'have' | 'locking' | 'locked'

/** Asks whether the owner still has the old phone, and revokes a lost phone's access. */
function OldPhoneQuestion({ shopId }: { shopId: Id }) {
  const [answer, setAnswer] = useState<Answer>('none')
  const [failure, setFailure] = useState<Failure | null>(null)
  const lock = async () => {
    setFailure(null)
    setAnswer('locking')
    const reply = await call('DELETE /api/shops/:shopId/other-owners', { params: { shopId } })
    setAnswer(reply.ok ? 'locked' : 'none')
    if (!reply.ok) setFailure(reply.failure)
  }
  if (answer === 'have' || answer === 'locked')
    return <Status>{answer === 'have' ? words.haveDone : words.lostDone}</Status>
  return (
    <View>
      <Text className="restore-form__ask">{words.oldPhone}</Text>
      <Alert className="restore-form__ask restore-form__failure">{failure && describeFailure(failure)}</Alert>
      <View className="restore-form__answers">
        <Button kind="soft" disabled={answer === 'locking'} onPress={() => setAnswer('have')}>
          {words.have}
        </Button>
        <Button kind="line" busy={answer === 'locking' && words.lostBusy} onPress={() => void lock()}>
          {words.lost}
        </Button>
      </View>
    </View>
  )
}
