import type { Page } from '@playwright/test'
import { LONG_RUN } from '../long-run'
import { expect, test } from '../test'
import { auditPage } from './audit-page'
import { toLine } from './finding'

/** Each check must find exactly the one defect on a sample page. */

const FORM = { width: 320, height: 568, type: 1 } as const
const STYLE = `body { margin: 0; font: 17px/1.5 sans-serif; color: #1c2320; background: #fff }
  .large { font-size: calc(17px * var(--fs, 1)) } button { min-height: 44px; min-width: 44px; font: inherit }`

async function findingsOn(
  page: Page,
  body: string,
  { type = 1, axe = false }: { type?: 1 | 2; axe?: boolean } = {},
) {
  await page.setContent(
    `<!doctype html><html lang="zh"><title>t</title><meta name="viewport" content="width=device-width"><style>${STYLE}</style><body><main>${body}</main>`,
  )
  return (await auditPage(page, { ...FORM, type }, { axe })).map(toLine)
}

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><path d="M0 0h20v40H0z" fill="#555"/></svg>'
const PICTURE = `url(data:image/svg+xml;base64,${Buffer.from(SVG).toString('base64')})`

const defects: Record<string, [body: string, finding: RegExp]> = {
  'a target too low': [
    '<button style="height: 40px; min-height: 0">好</button>',
    /^small target: “好”.*× 40\.0 px/,
  ],
  'a target too narrow, of a role': [
    '<div role="switch" aria-label="卖" tabindex="0" style="width: 30px; height: 44px"></div>',
    /^small target: “卖”.*30\.0 × 44\.0 px/,
  ],
  'a role as the mini-program has it': [
    '<div aria-role="button" aria-label="卖" style="width: 30px; height: 44px"></div>',
    /^small target: “卖”/,
  ],
  'words of 3 : 1': ['<p style="color: #949494">淡</p>', /^contrast: “淡”.*3\.03 : 1/],
  'faded words': ['<p style="opacity: 0.5">淡</p>', /^contrast: “淡”/],
  'words on what is half clear': [
    '<div style="background: rgba(0, 0, 0, 0.6)"><p>淡</p></div>',
    /^contrast: “淡”/,
  ],
  'words on a gradient': [
    '<p style="background: linear-gradient(90deg, #fff, #333); width: 100px">渐渐变暗了</p>',
    /^contrast: “渐渐变暗了”/,
  ],
  'words on a picture': [`<p style="background: ${PICTURE}; width: 40px">花花</p>`, /^contrast: “花花”/],
  'a placeholder': [
    '<style>::placeholder { color: #949494; opacity: 1 }</style><input placeholder="比如" style="height: 44px; font: inherit">',
    /^contrast: .*3\.03 : 1/,
  ],
  'an ellipsis': [
    '<p style="width: 100px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap">成县沙坝镇下街核桃</p>',
    /^cut: “成县沙坝镇下街核桃”/,
  ],
  'a clamped line': [
    '<p style="width: 100px; overflow: hidden; display: -webkit-box; -webkit-line-clamp: 1; -webkit-box-orient: vertical">成县沙坝镇下街核桃</p>',
    /^cut: “成县沙坝镇下街核桃”/,
  ],
  'a box too low for its words': [
    '<div style="height: 20px; overflow: hidden; width: 60px"><span>成县沙坝镇</span></div>',
    /^cut: “成县沙坝镇”.*sticks out of/,
  ],
  'words too long for their field': [
    '<input aria-label="电话" value="19900000001" style="width: 60px; height: 44px; font: inherit">',
    /^cut: “电话”.*“19900000001”/,
  ],
  'words too long for their field beside other words': [
    '<div class="field"><input aria-label="卡号" value="6222020000000000000" style="width: 60px; height: 44px; font: inherit"><p>6222 0200</p></div>',
    /^cut: “卡号”/,
  ],
  'a placeholder too long for its field': [
    '<input aria-label="店名" placeholder="比如：成县沙坝镇核桃小店" style="width: 80px; height: 44px; font: inherit">',
    /^cut: “店名”/,
  ],
  'lines hidden in a field': [
    '<textarea aria-label="地址" style="height: 44px; width: 100px; font: inherit">甘肃省陇南市成县沙坝镇下街</textarea>',
    /^cut: “地址”.*px of lines/,
  ],
  'words over words': [
    '<p>上面的话</p><p style="margin-top: -30px">下面的话</p>',
    /^overlap: “上面的话”.*words over words “下面的话”/,
  ],
  'a target over a target': [
    '<button style="display: block">要</button><button style="display: block; margin-top: -10px"><i></i></button>',
    /^overlap: .*target over target/,
  ],
  'words over a target that is not theirs': [
    '<button aria-label="要" style="display: block; border: 0; background: #fff"></button><p style="margin: -30px 0 0; pointer-events: none">价钱</p>',
    /^overlap: “价钱”.*words over target “要”/,
  ],
  'words beside the window': ['<p style="margin-left: -30px">旁边</p>', /^outside: “旁边”/],
  'a box to be moved sideways': [
    '<div style="overflow-x: auto; white-space: nowrap">成县沙坝镇下街核桃，成县沙坝镇下街核桃</div>',
    /^(sideways: .*px in 320|outside)/,
  ],
  'a target under something': [
    '<div style="height: 500px"><button>要</button></div><div style="position: fixed; inset: 0"></div>',
    /^covered: “要”/,
  ],
  'words smaller than the smallest step': [
    '<p style="font-size: 14px">小</p>',
    /^small type: “小”.*14\.0 px/,
  ],
  'words drawn smaller': ['<div style="transform: scale(0.5)">小</div>', /^small type: “小”.*8\.5 px/],
}

for (const [name, [body, finding]] of Object.entries(defects))
  test(`audit finds ${name}`, LONG_RUN, async ({ page }) => {
    const found = await findingsOn(page, body)
    expect(found).toEqual(found.map(() => expect.stringMatching(finding)))
    expect(found.length).toBeGreaterThan(0)
  })

test('audit finds text that does not scale', LONG_RUN, async ({ page }) => {
  const found = await findingsOn(page, '<p class="large">大</p><p>不大</p>', { type: 2 })
  expect(found).toEqual([expect.stringMatching(/^small type: “不大”.*17\.0 px, at least 30/)])
})

test('audit reports a button without a name as critical', LONG_RUN, async ({ page }) => {
  const found = await findingsOn(page, '<h1>店</h1><button></button>', { axe: true })
  expect(found).toEqual([expect.stringMatching(/^axe: .*critical, button-name/)])
})

const sound: Record<string, string> = {
  'words, targets and fields as they should be':
    '<p>核桃</p><button>要</button><input aria-label="电话" value="199" style="height: 44px; font: inherit">',
  'words too long for their field that can be read in its hint':
    '<div class="field"><input aria-label="卡号" value="6222020000000000000" style="width: 60px; height: 44px; font: inherit"><p>6222 0200 0000 0000 000</p></div>',
  'a small sign with room to press around it':
    '<style>.far { position: relative; margin: 20px; width: 24px; height: 24px } .far::after { content: ""; position: absolute; inset: -10px }</style><div class="far" role="button" aria-label="关" tabindex="0"></div>',
  'a round target':
    '<div role="button" tabindex="0" style="width: 44px; height: 44px; border-radius: 50%">＋</div>',
  'what is reached by scrolling':
    '<div style="height: 100px; overflow: hidden"><div style="height: 100px; overflow-y: auto"><p>上</p><p>中</p><p>下</p><p>底</p><button>要</button></div></div>',
  'a target below the window, above a bar that stays':
    '<div style="height: 900px"></div><button>要</button><div style="height: 80px"></div><div style="position: fixed; bottom: 0; left: 0; right: 0; height: 60px; background: #eee">合计</div>',
  'what a sheet lies over':
    '<p style="color: #949494">淡</p><div role="dialog" aria-label="单" style="position: fixed; inset: 0; background: #fff"><p>单</p></div>',
  'light words on a dark part of a picture': `<p style="background: ${PICTURE}; width: 20px; margin: 0; color: #fff">花</p>`,
  'what nobody sees': '<p style="visibility: hidden; color: #eee">无</p><p style="display: none">无</p>',
}

for (const [name, body] of Object.entries(sound))
  test(`audit accepts ${name}`, LONG_RUN, async ({ page }) => {
    expect(await findingsOn(page, body)).toEqual([])
  })
