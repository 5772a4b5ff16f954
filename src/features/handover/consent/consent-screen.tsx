import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useCall } from '@/api/use-call'
import type { MyRole } from '@/contract/centres'
import type { Help, MyCentre } from '@/contract/shop/helps'
import { countyOf } from '@/domain/centre'
import type { Id } from '@/domain/id'
import { helpConsentWords as words } from '@/locales/shop/help'
import { restart } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Choice } from '@/ui/choice/choice'
import { Loaded } from '@/ui/notice/loaded'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { AskSheet } from '@/ui/sheet/ask-sheet'
import { ConsentForm } from './consent-form'
import '../handover.scss'

/** The draft in this phone's wizard. */
export interface StartedDraft {
  shopId: Id
  /** The person for whom the shop was begun; `undefined` for a shop of one's own, or none. */
  person: string | undefined
  /** Something was answered. */
  isStarted: boolean
  /** The consent of the person has ended: they are asked again for the same shop. */
  isRequestedAgain: boolean
}

interface ConsentScreenProps {
  /** The centre that the address names. */
  centreCode: string | undefined
  draft: StartedDraft
  /** Resumes the wizard with the draft as it is. */
  onResume(): void
  /** Discards the draft. */
  onDiscard(): void
  onConsent(help: Help, person: string): void
}

/** Asks for the consent of the person for whom a helper opens a shop. */
export function ConsentScreen(props: ConsentScreenProps) {
  const roles = useCall('GET /api/me/roles', {})
  return (
    <Page title={words.title}>
      <View className="handover">
        <Loaded state={roles} notFound={<NotStaff />}>
          {({ roles }) => <ConsentSteps {...props} roles={roles} />}
        </Loaded>
      </View>
    </Page>
  )
}

type StaffProps = ConsentScreenProps & { roles: readonly MyRole[] }

function ConsentSteps(props: StaffProps) {
  const { roles, draft, onResume, onDiscard } = props
  const [isKept, setIsKept] = useState(true)
  if (roles.length === 0) return <NotStaff />
  if (draft.isStarted && !draft.isRequestedAgain && isKept)
    return (
      <UnfinishedNotice
        person={draft.person}
        onResume={onResume}
        onDiscard={() => {
          onDiscard()
          setIsKept(false)
        }}
      />
    )
  return <ConsentInCentre {...props} />
}

/** True for the role in a county's office when `code` is a centre of one of its towns. */
const coversTown = ({ role, centre }: MyRole, code: string) =>
  role === 'county' && centre.code === countyOf(code)

/** Asks in the centre of the address, in the only one of the caller, or in the one that the caller chooses. */
function ConsentInCentre({ roles, centreCode, draft, onConsent }: StaffProps) {
  const [chosen, setChosen] = useState(centreCode)
  const form = (centre: MyCentre) => <ConsentForm centre={centre} draft={draft} onConsent={onConsent} />
  const centres = roles.map(({ centre }) => centre)
  const own = centres.find(({ code }) => code === chosen)
  if (own) return form(own)
  if (chosen !== undefined && roles.some((role) => coversTown(role, chosen)))
    return <InTown code={chosen}>{form}</InTown>
  const [first, ...others] = centres
  if (first && others.length === 0) return form(first)
  return <CentreChoice centres={centres} onChoose={setChosen} />
}

/** Reads the name of a town's centre, in which the caller acts by a role in the county's office. */
function InTown({ code, children }: { code: string; children(centre: MyCentre): ReactNode }) {
  const town = useCall('GET /api/centres/:centre', { params: { centre: code } })
  return (
    <Loaded state={town} notFound={<NotStaff />}>
      {({ centre }) => children(centre)}
    </Loaded>
  )
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

interface UnfinishedNoticeProps {
  /** The person for whom the shop was begun; `undefined` for a shop of one's own. */
  person: string | undefined
  onResume(): void
  onDiscard(): void
}

/** Says that another shop was begun on this phone: it is finished first, or discarded after a confirmation. */
function UnfinishedNotice({ person, onResume, onDiscard }: UnfinishedNoticeProps) {
  const [isConfirming, setIsConfirming] = useState(false)
  return (
    <>
      <Notice icon="store" title={words.unfinished.title(person)} text={words.unfinished.text}>
        <Button onPress={onResume}>{words.unfinished.go}</Button>
        <Button kind="line" onPress={() => setIsConfirming(true)}>
          {words.unfinished.drop}
        </Button>
      </Notice>
      {isConfirming && (
        <AskSheet
          title={words.unfinished.ask}
          text={words.unfinished.askText}
          no={words.unfinished.keep}
          yes={words.unfinished.yes}
          noKind="soft"
          onNo={() => setIsConfirming(false)}
          onYes={onDiscard}
        />
      )}
    </>
  )
}
