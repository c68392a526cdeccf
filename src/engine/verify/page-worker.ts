import {parentPort} from 'node:worker_threads'
import type {PageMessage, PageRequest} from './page-message.ts'
import {reportPage} from './report-page.ts'

// The entry of the thread that reads pages (`page-reader.ts`): a page comes in, what it says goes out.

if (!parentPort) throw new Error('this module runs in worker threads')
const port = parentPort
// What a parser prints must not get into a report.
const nothing = (): void => {}
Object.assign(console, {log: nothing, info: nothing, debug: nothing, warn: nothing, error: nothing})

port.on('message', (request: PageRequest) => {
  reportPage(request).then(tell, (error: unknown) => {
    tell({reason: `can't be read: ${error instanceof Error ? error.message : String(error)}`})
  })
})
tell('ready')

function tell(message: PageMessage): void {
  port.postMessage(message)
}
