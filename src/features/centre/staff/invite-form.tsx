import { View } from '@tarojs/components'
import { useState } from 'react'
import { sendOnce } from '@/api/send-once'
import { invitedBy, type StaffRole } from '@/domain/access'
import { isCounty } from '@/domain/centre'
import { centreWords, staffWords as words } from '@/locales/lesson/centre'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Choice } from '@/ui/choice/choice'
import { Field } from '@/ui/field/field'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import type { ShownCode } from './code-sheet'
import { useInvite } from './use-invite'

const MAX_NAME = 20

/** The roles to which a person of this role can invite others in this centre. */
const rolesFor = (centre: string, role: StaffRole): StaffRole[] =>
  invitedBy[role].filter((offered) => isCounty(centre) === (offered === 'county')).reverse()

interface InviteFormProps {
  centre: string
  role: StaffRole
  onInvited(code: ShownCode): void
}

/** Invites somebody by name and role. */
export function InviteForm({ centre, role, onInvited }: InviteFormProps) {
  const roles = rolesFor(centre, role)
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<StaffRole | undefined>(roles[0])
  const [isNameMissing, setIsNameMissing] = useState(false)
  const { busyId, error, invite } = useInvite(centre, onInvited)
  if (!chosen) return null

  async function send(offered: StaffRole) {
    const called = name.trim()
    setIsNameMissing(called === '')
    if (called === '') return
    const result = await sendOnce(`invite ${centre} ${offered} ${called}`, (id) =>
      invite({ id, role: offered, name: called }),
    )
    if (result.ok) setName('')
  }

  return (
    <Card>
      <View className="centre-part">
        <Heading className="centre-part__title">{words.invite}</Heading>
        <Field
          label={words.name}
          value={name}
          onChange={(typed) => {
            setName(typed)
            setIsNameMissing(false)
          }}
          placeholder={words.nameExample}
          maxLength={MAX_NAME}
          error={isNameMissing ? words.nameMissing : undefined}
        />
        {roles.length > 1 && (
          <View {...aria({ role: 'radiogroup', label: words.role })}>
            {roles.map((offered) => (
              <Choice
                key={offered}
                words={centreWords.roles[offered]}
                note={words.roleNotes[offered]}
                chosen={offered === chosen}
                onPress={() => setChosen(offered)}
              />
            ))}
          </View>
        )}
        <Alert className="centre-part__error">{error}</Alert>
        <Button busy={busyId !== undefined && words.making} onPress={() => void send(chosen)}>
          {words.make}
        </Button>
      </View>
    </Card>
  )
}
