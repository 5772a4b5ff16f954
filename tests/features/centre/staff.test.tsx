import { render, screen, within } from '@testing-library/react'
import StaffPage from '@/pages/centre/staff'
import { fakeTaro, ok } from '../../support/components/taro'
import { problem } from '../orders/sample-orders'
import { answerCentre, county, press, requestsTo, town, type } from './centre-setup'

const person = (id: number, role: string, name: string) => ({
  id: `01J000000000000000000PERS${id}`,
  role,
  name,
  since: Date.now(),
})
const staff = [person(1, 'keeper', '站长甲'), person(2, 'trainer', '老师乙')]
const invitation = {
  id: '01J0000000000000000000NV1T',
  role: 'trainer',
  name: '老师丙',
  expiresAt: Date.now(),
}

const openAs = (role: string, centre: object, replies: Parameters<typeof answerCentre>[0] = {}) => {
  const { code } = centre as { code: string }
  answerCentre({
    ...replies,
    [`GET /api/centres/${code}/staff`]: ok({ staff, invitations: [invitation] }),
    [`GET /api/centres/${code}`]: ok({ centre, county, role }),
  })
  fakeTaro.params({ centre: code })
  return render(<StaffPage />)
}
const dialog = () => within(screen.getByRole('dialog'))

beforeEach(() => fakeTaro.reset())

describe('StaffPage', () => {
  it('invites a person by name and shows the code, its QR code and the link to copy', async () => {
    openAs('keeper', town, {
      'PUT /api/centres/621221110/invitations': ok({ code: 'ABCDE-FGHJK', expiresAt: Date.now() }),
    })
    await press('给个邀请码')
    expect(screen.getByText('写上怎么称呼，好认人。')).toBeInTheDocument()
    expect(screen.queryByRole('radio')).toBeNull()
    await type('怎么称呼', ' 老师丁 ')
    await press('给个邀请码')
    expect(requestsTo('/invitations/', 'PUT')[0]?.body).toEqual({ role: 'trainer', name: '老师丁' })
    expect(dialog().getByText('ABCDE-FGHJK')).toBeInTheDocument()
    expect(dialog().getByRole('img', { name: '给老师丁的邀请二维码' })).toBeInTheDocument()
    await press('好了')
    expect(screen.getByLabelText('怎么称呼')).toHaveValue('')
  })

  it('keeps the name and sends the same invitation again after a lost reply', async () => {
    openAs('keeper', town, { 'PUT /api/centres/621221110/invitations': null })
    await screen.findByLabelText('怎么称呼')
    await type('怎么称呼', '老师丁')
    await press('给个邀请码')
    expect(screen.getByRole('alert')).toHaveTextContent('没连上')
    await press('给个邀请码')
    const paths = requestsTo('/invitations/', 'PUT').map(({ path }) => path)
    expect(paths).toHaveLength(2)
    expect(new Set(paths).size).toBe(1)
  })

  it('lets the county choose between trainer and keeper in a town', async () => {
    openAs('county', town, {
      'PUT /api/centres/621221110/invitations': ok({ code: 'ABCDE-FGHJK', expiresAt: Date.now() }),
    })
    await screen.findByLabelText('怎么称呼')
    await type('怎么称呼', '站长戊')
    await press(/^站长/, 'radio')
    await press('给个邀请码')
    expect(requestsTo('/invitations/', 'PUT')[0]?.body).toEqual({ role: 'keeper', name: '站长戊' })
  })

  it('shows the code of an open invitation again', async () => {
    openAs('keeper', town, {
      [`PUT /api/centres/621221110/invitations/${invitation.id}`]: ok({
        code: 'ABCDE-FGHJK',
        expiresAt: Date.now(),
      }),
    })
    await press('看邀请码，给老师丙的')
    expect(dialog().getByText('ABCDE-FGHJK')).toBeInTheDocument()
  })

  it('asks for confirmation before it revokes an invitation', async () => {
    openAs('keeper', town, {
      [`DELETE /api/centres/621221110/invitations/${invitation.id}`]: ok({ removed: true }),
    })
    await press('收回给老师丙的邀请')
    expect(requestsTo('/invitations/', 'DELETE')).toEqual([])
    await press('收回')
    expect(screen.getByText('给老师丙的邀请收回了')).toBeInTheDocument()
  })

  it('offers a keeper to remove trainers, not keepers, after a confirmation', async () => {
    openAs('keeper', town, { 'DELETE /api/centres/621221110/staff': ok({ removed: true }) })
    await press('去掉老师乙')
    expect(screen.queryByRole('button', { name: '去掉站长甲' })).toBeNull()
    expect(requestsTo('/staff/', 'DELETE')).toEqual([])
    await press('去掉')
    expect(requestsTo('/staff/', 'DELETE')[0]?.path).toContain(staff[1]?.id)
    expect(screen.getByText('老师乙去掉了')).toBeInTheDocument()
  })

  it('reports why a person could not be removed', async () => {
    openAs('county', town, { 'DELETE /api/centres/621221110/staff': problem(503, 'unavailable') })
    await press('去掉站长甲')
    await press('去掉')
    expect(dialog().getByRole('alert')).toHaveTextContent('店里的机器没应声')
  })

  it('reports to a trainer that the staff page cannot be opened', async () => {
    answerCentre({ 'GET /api/centres/621221110/staff': problem(404, 'not-found') })
    fakeTaro.params({ centre: '621221110' })
    render(<StaffPage />)
    expect(await screen.findByText('这个服务站打不开')).toBeInTheDocument()
  })
})
