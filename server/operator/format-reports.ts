import type { ReportedShop } from '../modules/operator/open-reports'

const formatMoment = (moment: number): string => new Date(moment).toISOString().slice(0, 16).replace('T', ' ')

/** Formats reported shops as text, each with its reports below it. */
export const formatReports = (shops: readonly ReportedShop[]): string =>
  shops
    .map(({ slug, name, isBlocked, weight, reports }) =>
      [
        `${slug}  weight ${weight}${isBlocked ? ', blocked' : ''}  ${name}`,
        ...reports.map(({ product, reason, note, reportedAt }) =>
          `  ${formatMoment(reportedAt)}  ${reason}  ${[product, note].filter(Boolean).join(': ')}`.trimEnd(),
        ),
      ].join('\n'),
    )
    .join('\n')
