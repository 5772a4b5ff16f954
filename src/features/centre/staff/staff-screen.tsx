import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Result } from '@/api/result'
import { type CallState, useCall } from '@/api/use-call'
import type { Invitation, Staff } from '@/contract/centres'
import type { RouteReply } from '@/contract/routes'
import { invitedBy, type StaffRole } from '@/domain/access'
import { describeFailure } from '@/locales/failure'
import { centreWords, staffWords, staffWords as words } from '@/locales/lesson/centre'
import { momentWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { useRequest } from '@/platform/network/use-request'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { useFlash } from '@/ui/flash/flash'
import { Loaded } from '@/ui/notice/loaded'
import { Page } from '@/ui/page/page'
import { Sheet } from '@/ui/sheet/sheet'
import { SheetAnswers } from '@/ui/sheet/sheet-answers'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { CentreGone } from '../centre-gone'
import { useCentre } from '../use-centre'
import { CodeSheet, type ShownCode } from './code-sheet'
import { InvitationList } from './invitation-list'
import { InviteForm } from './invite-form'
import '../centre.scss'
import './staff.scss'

type CentreReply = RouteReply<'GET /api/centres/:centre'>

/** The people of a centre and who is invited, for its keeper and for the county. */
export function StaffScreen({ code }: { code: string }) {
  const centre = useCentre(code)
  const staff = useCall('GET /api/centres/:centre/staff', { params: { centre: code } })
  useReturnToPage(() => void staff.reload())
  return (
    <Page title={centre.data ? words.titleOf(centreWords.centre(centre.data.centre)) : words.title}>
      <Loaded state={centre} notFound={<CentreGone />}>
        {(reply) => (
          <Loaded state={staff} notFound={<CentreGone />}>
            {() => <StaffContent reply={reply} state={staff} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  )
}

/** The sheet that is open over the page. */
type OpenSheet =
  | { kind: 'code'; code: ShownCode }
  | { kind: 'remove'; person: Staff }
  | { kind: 'take-back'; invitation: Invitation }

interface StaffContentProps {
  reply: CentreReply
  state: CallState<'GET /api/centres/:centre/staff'>
}

function StaffContent({ reply: { centre, role }, state: { data, reload } }: StaffContentProps) {
  const [sheet, setSheet] = useState<OpenSheet>()
  const { flash, say } = useFlash()
  const close = () => setSheet(undefined)
  const showCode = (code: ShownCode) => {
    setSheet({ kind: 'code', code })
    void reload()
  }
  const closeWith = (message: string) => {
    close()
    say(message)
    void reload()
  }
  const { staff = [], invitations = [] } = data ?? {}
  return (
    <View className="centre">
      <StaffList staff={staff} role={role} onRemove={(person) => setSheet({ kind: 'remove', person })} />
      {invitations.length > 0 && (
        <InvitationList
          centre={centre.code}
          invitations={invitations}
          role={role}
          onShow={showCode}
          onTakeBack={(invitation) => setSheet({ kind: 'take-back', invitation })}
        />
      )}
      <InviteForm centre={centre.code} role={role} onInvited={showCode} />
      {sheet?.kind === 'code' && <CodeSheet code={sheet.code} onClose={close} />}
      {sheet?.kind === 'remove' && (
        <RemovalSheet
          words={words.removal(sheet.person.name)}
          remove={() =>
            call<'DELETE /api/centres/:centre/staff/:staffId'>('DELETE /api/centres/:centre/staff/:staffId', {
              params: { centre: centre.code, staffId: sheet.person.id },
            })
          }
          onClose={close}
          onDone={closeWith}
        />
      )}
      {sheet?.kind === 'take-back' && (
        <RemovalSheet
          words={words.takingBack(sheet.invitation.name)}
          remove={() =>
            call<'DELETE /api/centres/:centre/invitations/:invitationId'>(
              'DELETE /api/centres/:centre/invitations/:invitationId',
              {
                params: { centre: centre.code, invitationId: sheet.invitation.id },
              },
            )
          }
          onClose={close}
          onDone={closeWith}
        />
      )}
      {flash}
    </View>
  )
}

interface RemovalSheetProps {
  words: {
    ask: string
    text: string
    yes: string
    done: string
    /** There was nothing to remove any longer. */
    gone: string
  }
  remove(): Promise<Result<{ removed: boolean }>>
  onClose(): void
  onDone(message: string): void
}

/** Asks before a role or an invitation ends. */
function RemovalSheet({ words, remove, onClose, onDone }: RemovalSheetProps) {
  const { busy, failure, send } = useRequest()
  const confirm = async () => {
    const result = await send(remove)
    if (result?.ok) onDone(result.data.removed ? words.done : words.gone)
  }

  return (
    <Sheet title={words.ask} onClose={onClose}>
      <View className="centre-part">
        <Text className="centre-part__text">{words.text}</Text>
        <Alert className="centre-part__error">{failure && describeFailure(failure)}</Alert>
        <SheetAnswers no={staffWords.no} onNo={onClose}>
          <Button kind="bad" busy={busy && staffWords.busy} onPress={() => void confirm()}>
            {words.yes}
          </Button>
        </SheetAnswers>
      </View>
    </Sheet>
  )
}

interface StaffListProps {
  staff: readonly Staff[]
  /** The user's role here; only people whose role this one may invite can be removed. */
  role: StaffRole
  onRemove(person: Staff): void
}

/** The people of a centre, each with a button to end the role. */
function StaffList({ staff, role, onRemove }: StaffListProps) {
  const now = serverNow()
  return (
    <View className="centre-part">
      <Heading className="centre-part__title">{words.people}</Heading>
      {staff.length === 0 && <Text className="centre__note">{words.nobody}</Text>}
      {staff.length > 0 && (
        <Card flush>
          {staff.map((person) => (
            <View key={person.id} className="staff-row">
              <View className="staff-row__words">
                <Text className="staff-row__name">{person.name}</Text>
                <Text className="staff-row__text">
                  {centreWords.roles[person.role]}，{words.since(momentWords(person.since, now))}
                </Text>
              </View>
              {invitedBy[role].includes(person.role) && (
                <Button
                  kind="line"
                  size="small"
                  label={words.removeLabel(person.name)}
                  onPress={() => onRemove(person)}
                >
                  {words.remove}
                </Button>
              )}
            </View>
          ))}
        </Card>
      )}
    </View>
  )
}
