import { Text, View } from '@tarojs/components'
import type { Invitation } from '@/contract/centres'
import { invitedBy, type StaffRole } from '@/domain/access'
import { centreWords, staffWords as words } from '@/locales/lesson/centre'
import { momentWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import type { ShownCode } from './code-sheet'
import { useInvite } from './use-invite'

interface InvitationListProps {
  centre: string
  invitations: readonly Invitation[]
  role: StaffRole
  onShow(code: ShownCode): void
  onTakeBack(invitation: Invitation): void
}

/** The invitations that nobody has used yet: each can be shown again and taken back. */
export function InvitationList({ centre, invitations, role, onShow, onTakeBack }: InvitationListProps) {
  const { busyId, error, invite } = useInvite(centre, onShow)
  const now = serverNow()
  return (
    <View className="centre-part">
      <Heading className="centre-part__title">{words.open}</Heading>
      <Alert className="centre-part__error">{error}</Alert>
      <Card flush>
        {invitations.map((invitation) => (
          <View key={invitation.id} className="staff-row">
            <View className="staff-row__words">
              <Text className="staff-row__name">{invitation.name}</Text>
              <Text className="staff-row__text">
                {centreWords.roles[invitation.role]}，{words.expires(momentWords(invitation.expiresAt, now))}
              </Text>
            </View>
            {invitedBy[role].includes(invitation.role) && (
              <View>
                <View className="staff-row__buttons">
                  <Button
                    kind="soft"
                    size="small"
                    label={words.showLabel(invitation.name)}
                    busy={busyId === invitation.id && words.showing}
                    onPress={() => void invite(invitation)}
                  >
                    {words.show}
                  </Button>
                  <Button
                    kind="line"
                    size="small"
                    label={words.takeBackLabel(invitation.name)}
                    onPress={() => onTakeBack(invitation)}
                  >
                    {words.takeBack}
                  </Button>
                </View>
              </View>
            )}
          </View>
        ))}
      </Card>
    </View>
  )
}
