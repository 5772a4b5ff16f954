import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Help, MyCentre } from '@/contract/shop/helps'
import { describeFailure } from '@/locales/failure'
import { helpConsentWords as words } from '@/locales/shop/help'
import { useSpeech } from '@/platform/audio/use-speech'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Field } from '@/ui/field/field'
import { Sheet } from '@/ui/sheet/sheet'
import { Speaker } from '@/ui/speaker/speaker'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import type { StartedDraft } from './consent-screen'
import { useConsentRecord } from './use-consent-record'

interface ConsentFormProps {
  centre: MyCentre
  draft: StartedDraft
  onConsent(help: Help, person: string): void
}

const MAX_NAME = 20

/** The sentence that is read to the person, and how she agreed: aloud, or by her own tap on a sheet. */
export function ConsentForm({ centre, draft, onConsent }: ConsentFormProps) {
  const [person, setPerson] = useState((draft.isAskedAgain && draft.person) || '')
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
      <Button busy={busy} onPress={() => consent.record('spoken', person)}>
        {words.spoken}
      </Button>
      <Button kind="soft" busy={busy} onPress={() => setIsTapping(true)}>
        {words.tapped}
      </Button>
      <Button kind="line" onPress={() => go(urlOf('helps', { centre: centre.code }))}>
        {words.helps}
      </Button>
      {isTapping && (
        <Sheet title={words.sheet} onClose={() => setIsTapping(false)}>
          <View className="handover__group">
            <Text>{sentence}</Text>
            <Button kind="soft" onPress={() => setIsTapping(false)}>
              {words.no}
            </Button>
            <Button
              busy={busy}
              onPress={() => {
                setIsTapping(false)
                consent.record('tapped', person)
              }}
            >
              {words.yes}
            </Button>
          </View>
        </Sheet>
      )}
    </>
  )
}
