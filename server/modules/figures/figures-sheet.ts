import type { SheetData } from 'write-excel-file/node'
import type { RouteReply } from '@/contract/routes'
import { wizardQuestions } from '@/domain/lesson/lesson'
import type { Figures } from '@/domain/lesson/lesson-figures'
import { centreWords } from '@/locales/lesson/centre'
import { figuresSheetWords as words } from '@/locales/payment/figures'
import { headCell, momentText, numberCell, textCell, writeSpreadsheet } from '../../spreadsheet'

type FiguresReply = RouteReply<'GET /api/centres/:centre/figures'>

const seconds = (ms: number | undefined) => numberCell(ms === undefined ? undefined : Math.round(ms / 1000))

/** The cells of one group. If the group is too small, its first empty cell says so. */
function cellsOf(figures: Figures): SheetData[number] {
  const { learners, uncounted, opened, median, ninetieth, earlyOrders, stops } = figures
  const cells = [
    numberCell(opened),
    seconds(median),
    seconds(ninetieth),
    numberCell(earlyOrders),
    ...wizardQuestions.map((question) => numberCell(stops?.[question])),
  ]
  const hidden = cells.indexOf(null)
  const shown = cells.map((cell, at) => (at === hidden ? textCell(words.tooFew) : cell))
  return [numberCell(learners), ...shown, numberCell(uncounted)]
}

const rowsOf = <T extends { figures: Figures }>(
  firstColumns: readonly string[],
  groups: readonly T[],
  firstCells: (group: T) => string[],
): SheetData => [
  [...firstColumns, ...Object.values(words.columns)].map(headCell),
  ...groups.map((group) => [...firstCells(group).map(textCell), ...cellsOf(group.figures)]),
]

/** The figures of a centre as a spreadsheet (xlsx): sheets by town, week and lesson. */
export const figuresSheet = ({ total, towns, weeks, lessons }: FiguresReply): Promise<Buffer> =>
  writeSpreadsheet([
    {
      name: words.towns,
      rows: [
        ...rowsOf([words.town], towns, ({ centre }) => [centreWords.centre(centre)]),
        [headCell(words.sum), ...cellsOf(total)],
      ],
    },
    { name: words.weeks, rows: rowsOf([words.week], weeks, ({ week }) => [week]) },
    {
      name: words.lessons,
      rows: rowsOf([words.town, words.start], lessons, ({ centre, startedAt }) => [
        centreWords.centre(centre),
        momentText(startedAt),
      ]),
    },
  ])
