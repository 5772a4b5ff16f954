import { act, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import HiddenPartsPage from '@/pages/privacy/hidden'
import { type Answer, fakeTaro, ok } from '../../support/components/taro'

const SHOP = '01J0000000000000000000SHPA'
const PRODUCT = '01J0000000000000000000PRDA'
const HASH = '0123456789abcdef0123456789abcdef'

const notice = { id: `text-${HASH}`, kind: 'text', reason: 'crime', place: 'shop-notice', text: '有野味' }
const name = { ...notice, id: 'text-1', place: 'product-name', text: '野味', productId: PRODUCT }
const photo = { id: `photo-${HASH}`, kind: 'photo', reason: 'other' }

let items: object[]
let block: object | undefined
let answerAppeal: () => Answer | null

const appeals = () => fakeTaro.requests.filter(({ method }) => method === 'PUT')

beforeEach(() => {
  fakeTaro.reset()
  items = [notice, name, photo]
  block = undefined
  answerAppeal = () => ok({ appealedAt: 1 })
  fakeTaro.answerSignedIn(({ method }) =>
    method === 'PUT' ? answerAppeal() : ok({ items, ...(block ? { block } : {}) }),
  )
})

async function open() {
  fakeTaro.params({ shop: SHOP })
  render(<HiddenPartsPage />)
  await screen.findByRole('list')
}

const partOf = (title: string) => {
  const part = screen.getAllByRole('listitem').find((one) => within(one).queryByText(title))
  if (!part) throw new Error(`no part ${title}`)
  return part
}
const press = (within_: HTMLElement, label: string) =>
  act(async () => void fireEvent.click(within(within_).getByRole('button', { name: label })))

describe('HiddenPartsScreen', () => {
  it('lists where a text stands, what it says and why it is hidden', async () => {
    await open()
    const part = partOf('店里的公告')
    expect(within(part).getByText('有野味')).toBeInTheDocument()
    expect(within(part).getByText('为什么：卖不让卖的东西，或者不合法')).toBeInTheDocument()
    expect(partOf('一张照片')).toHaveTextContent('为什么：看的人觉得不合适')
  })

  it.each([
    ['店里的公告', `/pages/merchant/settings?shop=${SHOP}&part=storefront`],
    ['货名', `/pages/merchant/product?shop=${SHOP}&id=${PRODUCT}`],
    ['一张照片', `/pages/decorate/index?shop=${SHOP}`],
  ])('opens the page on which %s is changed', async (title, url) => {
    await open()
    await press(partOf(title), '去改')
    expect(fakeTaro.navigations).toEqual([expect.objectContaining({ url })])
  })

  it('sends an appeal once, and says that somebody looks at it again', async () => {
    await open()
    await press(partOf('店里的公告'), '没问题，请人再看')
    const sheet = screen.getByRole('dialog')
    await userEvent.type(within(sheet).getByLabelText('为什么没问题？写给管这个服务的人'), ' 是野菜 ')
    items = [{ ...notice, appealedAt: 1 }, name, photo]
    await userEvent.dblClick(within(sheet).getByRole('button', { name: '交上去' }))
    expect(await screen.findByText('已经请人再看了，看完会自己变好')).toBeInTheDocument()
    expect(appeals().map(({ path, body }) => [path, body])).toEqual([
      [`/api/shops/${SHOP}/hidden-parts/text-${HASH}/appeal`, { note: '是野菜' }],
    ])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('asks for a note, and keeps it when it is not sent', async () => {
    answerAppeal = () => null
    await open()
    await press(partOf('货名'), '没问题，请人再看')
    const sheet = screen.getByRole('dialog')
    await press(sheet, '交上去')
    expect(within(sheet).getByText('写一句，看的人才明白')).toBeInTheDocument()
    expect(appeals()).toEqual([])
    await userEvent.type(within(sheet).getByLabelText('为什么没问题？写给管这个服务的人'), '是野菜')
    await press(sheet, '交上去')
    expect(await within(sheet).findByRole('alert')).toBeInTheDocument()
    expect(within(sheet).getByLabelText('为什么没问题？写给管这个服务的人')).toHaveValue('是野菜')
  })

  it('says that the whole shop is blocked and why, and sends an appeal against it', async () => {
    items = []
    block = { blockedAt: 1, reason: '野生动物不能卖' }
    fakeTaro.params({ shop: SHOP })
    render(<HiddenPartsPage />)
    expect(await screen.findByText('整个店暂时看不到')).toBeInTheDocument()
    expect(screen.getByText('为什么：野生动物不能卖')).toBeInTheDocument()
    await press(document.body, '没问题，请人再看')
    const sheet = screen.getByRole('dialog')
    await userEvent.type(within(sheet).getByLabelText('为什么没问题？写给管这个服务的人'), '是家养的')
    block = { ...block, appealedAt: 2 }
    await press(sheet, '交上去')
    expect(await screen.findByText('已经请人再看了，有回话会写在“今天”里')).toBeInTheDocument()
    expect(appeals().map(({ path, body }) => [path, body])).toEqual([
      [`/api/shops/${SHOP}/block/appeal`, { note: '是家养的' }],
    ])
  })

  it('says when nothing is hidden', async () => {
    items = []
    fakeTaro.params({ shop: SHOP })
    render(<HiddenPartsPage />)
    expect(await screen.findByText('都看得到')).toBeInTheDocument()
  })
})
