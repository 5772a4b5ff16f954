import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Help, MyCentre } from '@/contract/shop/helps'
import type { Id } from '@/domain/id'
import type { ConsentMethod } from '@/domain/shop/help'
import { describeFailure } from '@/locales/failure'
import { helpConsentWords as words } from '@/locales/shop/help'
import { useSpeech } from '@/platform/audio/use-speech'
import { newId } from '@/platform/device/new-id'
import { go } from '@/platform/navigation/navigate'
import { useRequest } from '@/platform/network/use-request'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Field } from '@/ui/field/field'
import { AskSheet } from '@/ui/sheet/ask-sheet'
import { Speaker } from '@/ui/speaker/speaker'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import type { StartedDraft } from './consent-screen'

/** Records on the server that somebody agrees to have the shop of this id opened. A retry sends the same id, so that nobody agrees twice. */
function useConsentRecord(
  { centre, shopId }: { centre: string; shopId: Id },
  onRecorded: (help: Help) => void,
) {
  const { busy, failure, send } = useRequest()
  const helpId = useRef<Id>(newId())

  async function record(consent: ConsentMethod, person: string) {
    const name = person.trim()
    const params = { centre, helpId: helpId.current }
    const body = { shopId, consent, ...(name ? { person: name } : {}) }
    const reply = await send(() => call('PUT /api/centres/:centre/helps/:helpId', { params, body }))
    if (reply?.ok) onRecorded(reply.data)
    // a help that ended, or an id that was used, needs another one
    else if (reply?.failure.code === 'help-over') helpId.current = newId()
  }

  return { record, busy, failure }
}

interface ConsentFormProps {
  centre: MyCentre
  draft: StartedDraft
  onConsent(help: Help, person: string): void
}

const MAX_NAME = 20

/** The sentence that is read to the person, and how she agreed: aloud, or by her own tap on a sheet. */
export function ConsentForm({ centre, draft, onConsent }: ConsentFormProps) {
  const [person, setPerson] = useState((draft.isRequestedAgain && draft.person) || '')
  const [isTapping, setIsTapping] = useState(false)
  const consent = useConsentRecord({ centre: centre.code, shopId: draft.shopId }, (help) =>
    onConsent(help, person.trim()),
  )
  const sentence = words.sentence(centre.name)
  const { isAvailable } = useSpeech(sentence)
  const busy = consent.busy && words.busy
  return (
    <>
      <Text>{words.lead}</Text>
      <Card>
        <Field
          label={words.person}
          value={person}
          onChange={setPerson}
          maxLength={MAX_NAME}
          hint={words.personHint}
        />
      </Card>
      <Card>
        <View className="handover__group">
          <View className="handover__do">
            <Heading className="handover__strong">{isAvailable ? words.ask : words.askSilent}</Heading>
            <Speaker text={sentence} />
          </View>
          <Text>{sentence}</Text>
        </View>
      </Card>
      <Alert className="handover__failure">{consent.failure && describeFailure(consent.failure)}</Alert>
      <Button busy={busy} onPress={() => void consent.record('spoken', person)}>
        {words.spoken}
      </Button>
      <Button kind="soft" busy={busy} onPress={() => setIsTapping(true)}>
        {words.tapped}
      </Button>
      <Button kind="line" onPress={() => go(urlOf('helps', { centre: centre.code }))}>
        {words.helps}
      </Button>
      {isTapping && (
        <AskSheet
          title={words.sheet}
          text={sentence}
          no={words.no}
          yes={words.yes}
          noKind="soft"
          yesKind="main"
          busy={busy}
          onNo={() => setIsTapping(false)}
          onYes={() => {
            setIsTapping(false)
            void consent.record('tapped', person)
          }}
        />
      )}
    </>
  )
}
