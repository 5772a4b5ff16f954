import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { RouteReply } from '@/contract/routes'
import { MAX_OWN_APP_NOTE_LENGTH, type OwnAppStates, ownAppStates, ownAppSteps } from '@/domain/shop/own-app'
import { describeFailure } from '@/locales/failure'
import { ownAppNoteWords as words } from '@/locales/operator/own-app'
import { ownAppWords } from '@/locales/shop/own-app'
import { agoWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useRequest } from '@/platform/network/use-request'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { Segmented } from '@/ui/segmented/segmented'
import { Sheet } from '@/ui/sheet/sheet'
import { Alert } from '@/ui/text/alert'
import type { OperatedShop } from './shop-sheets'

interface OwnAppSheetProps {
  shop: Pick<OperatedShop, 'id' | 'name'>
  app: RouteReply<'GET /api/operator/shops/:shopId'>['ownApp']
  onClose(): void
  onDone(): void
}

const NOTHING_DONE: OwnAppStates = {
  ...{ filing: 'waiting', category: 'waiting', payment: 'waiting', audit: 'waiting', release: 'waiting' },
}

const isAppid = (text: string) => /^wx[0-9a-z]{4,38}$/i.test(text)

/** Notes how far a shop's own mini-program is, for its owner. */
export function OwnAppSheet({ shop, app, onClose, onDone }: OwnAppSheetProps) {
  const [appid, setAppid] = useState(app?.appid ?? '')
  const [states, setStates] = useState<OwnAppStates>(app?.states ?? NOTHING_DONE)
  const [note, setNote] = useState(app?.note ?? '')
  const [isWrong, setIsWrong] = useState(false)
  const { busy, failure, send } = useRequest()

  async function save() {
    setIsWrong(!isAppid(appid.trim()))
    if (!isAppid(appid.trim())) return
    const body = { appid: appid.trim(), states, ...(note.trim() ? { note: note.trim() } : {}) }
    const result = await send(() =>
      call('PUT /api/operator/shops/:shopId/own-app', { params: { shopId: shop.id }, body }),
    )
    if (result?.ok) onDone()
  }

  return (
    <Sheet title={words.title(shop.name)} onClose={onClose}>
      <View className="console__part">
        <Text className="console__text">{words.lead}</Text>
        <Field
          label={words.appid}
          value={appid}
          maxLength={40}
          error={isWrong ? words.appidWrong : undefined}
          onChange={(text) => {
            setAppid(text)
            setIsWrong(false)
          }}
        />
        {ownAppSteps.map((step) => (
          <View key={step} className="console__lines">
            <Text className="console__fact">{ownAppWords.steps[step]}</Text>
            {step === 'filing' && app?.filing ? (
              <Text className="console__text">
                {`${ownAppWords.states[states.filing]} · ${words.readFromWechat(agoWords(app.filing.readAt, serverNow()))}`}
              </Text>
            ) : (
              <Segmented
                label={ownAppWords.steps[step]}
                options={ownAppStates.map((key) => ({ key, words: ownAppWords.states[key] }))}
                value={states[step]}
                onChange={(state) => setStates({ ...states, [step]: state })}
              />
            )}
          </View>
        ))}
        <Field
          label={words.note}
          kind="lines"
          low
          value={note}
          maxLength={MAX_OWN_APP_NOTE_LENGTH}
          onChange={setNote}
        />
        <Alert className="console__error">{failure && describeFailure(failure)}</Alert>
        <Button busy={busy && words.saving} onPress={() => void save()}>
          {words.save}
        </Button>
      </View>
    </Sheet>
  )
}
