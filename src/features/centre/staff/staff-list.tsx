import { Text, View } from '@tarojs/components'
import type { Staff } from '@/contract/centres'
import { invitedBy, type StaffRole } from '@/domain/access'
import { centreWords, staffWords as words } from '@/locales/lesson/centre'
import { momentWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Heading } from '@/ui/text/heading'

interface StaffListProps {
  staff: readonly Staff[]
  /** The user's role here; only people whose role this one may invite can be removed. */
  role: StaffRole
  onRemove(person: Staff): void
}

/** The people of a centre, each with a button to end the role. */
export function StaffList({ staff, role, onRemove }: StaffListProps) {
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
