import {expect, it} from 'vitest'
import {buildCli} from '../setup/build.ts'
import {checkFixtureSite} from '../setup/sources-site.ts'
import {record} from './row.ts'

it('the cited page says so: the claims of the fixture site', async (context) => {
  const {score} = await checkFixtureSite(buildCli())
  const {claims, right, precision, recall, falseContradicted} = score
  record(context, {
    row: 'claims of the fixture site judged right',
    passed: right,
    of: claims,
    least: Math.ceil(0.95 * claims),
    note: `wrong figures and quotations: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, ${falseContradicted.length} false “contradicted”`
  })
  expect(falseContradicted).toEqual([])
  expect(right).toBeGreaterThanOrEqual(Math.ceil(0.95 * claims))
}, 300_000)
