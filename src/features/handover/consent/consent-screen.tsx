import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCall } from '@/api/use-call'
import type { Help, MyCentre } from '@/contract/helps'
import type { Id } from '@/domain/id'
import { helpConsentWords as words } from '@/locales/help'
import { restart } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Choice } from '@/ui/choice/choice'
import { Loaded } from '@/ui/notice/loaded'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { ConsentForm } from './consent-form'
import { UnfinishedNotice } from './unfinished-notice'
import '../handover.scss'

/** What this phone's wizard holds. */
export interface BegunDraft {
  shopId: Id
  /** The person for whom the shop was begun; `undefined` for a shop of one's own, or none. */
  person: string | undefined
  /** Something was answered. */
  isBegun: boolean
}

interface ConsentScreenProps {
  /** The centre that the address names. */
  centreCode: string | undefined
  draft: BegunDraft
  /** Goes on in the wizard with the draft as it is. */
  onResume(): void
  /** Forgets the draft. */
  onDiscard(): void
  onConsent(help: Help, person: string): void
}

/** Asks for the consent of the person for whom a helper opens a shop. */
export function ConsentScreen(props: ConsentScreenProps) {
  const roles = useCall<'GET /api/me/roles'>('GET /api/me/roles', {})
  return (
    <Page title={words.title}>
      <View className="handover">
        <Loaded state={roles} notFound={<NotStaff />}>
          {({ roles }) => <ConsentSteps {...props} centres={roles.map(({ centre }) => centre)} />}
        </Loaded>
      </View>
    </Page>
  )
}

function ConsentSteps({ centres, ...props }: ConsentScreenProps & { centres: readonly MyCentre[] }) {
  const { centreCode, draft, onResume, onDiscard, onConsent } = props
  const [chosen, setChosen] = useState(centreCode)
  const [isKept, setIsKept] = useState(true)
  const centre = centres.length === 1 ? centres[0] : centres.find(({ code }) => code === chosen)
  // a shop that was begun for somebody may be consented to again
  const isOther = draft.isBegun && draft.person === undefined && isKept
  if (centres.length === 0) return <NotStaff />
  if (isOther)
    return (
      <UnfinishedNotice
        onResume={onResume}
        onDiscard={() => {
          onDiscard()
          setIsKept(false)
        }}
      />
    )
  if (!centre) return <CentreChoice centres={centres} onChoose={setChosen} />
  return <ConsentForm centre={centre} draft={draft} onConsent={onConsent} />
}

function CentreChoice({ centres, onChoose }: { centres: readonly MyCentre[]; onChoose(code: string): void }) {
  return (
    <Card>
      <View className="handover__group">
        {centres.map(({ code, name }) => (
          <Choice key={code} words={words.centre(name)} chosen={false} onPress={() => onChoose(code)} />
        ))}
      </View>
    </Card>
  )
}

function NotStaff() {
  const { title, text, home } = words.nobody
  return (
    <Notice icon="store" title={title} text={text}>
      <Button onPress={() => restart(urlOf('home'))}>{home}</Button>
    </Notice>
  )
}
