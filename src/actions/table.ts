import { type ActionShape, shapeOf } from "../schemas/action-shape.ts";
import { shownEvent, verification } from "../schemas/journal.ts";
import * as outcomes from "../schemas/outcomes.ts";
import { transactionRecord } from "../schemas/records.ts";
import { listOf } from "../schemas/values.ts";
import { event as auditEvent, listed, payment, reconciled, shown } from "../schemas/views.ts";
import { expect } from "./due/expect.ts";
import { move } from "./due/move.ts";
import { now } from "./due/now.ts";
import { schedule } from "./due/schedule.ts";
import { skip } from "./due/skip.ts";
import { skipBefore } from "./due/skip-before.ts";
import { unskip } from "./due/unskip.ts";
import { adopt } from "./kept/adopt.ts";
import { importFile } from "./kept/import.ts";
import { init } from "./kept/init.ts";
import { set } from "./kept/set.ts";
import { setting } from "./kept/setting.ts";
import { settings } from "./kept/settings.ts";
import { unset } from "./kept/unset.ts";
import { balance } from "./money/balance.ts";
import { post } from "./money/post.ts";
import { transactions } from "./money/transactions.ts";
import { add } from "./owed/add.ts";
import { cancel } from "./owed/cancel.ts";
import { deletePayment } from "./owed/delete.ts";
import { edit } from "./owed/edit.ts";
import { list } from "./owed/list.ts";
import { pause } from "./owed/pause.ts";
import { resume } from "./owed/resume.ts";
import { show } from "./owed/show.ts";
import { confirm } from "./paid/confirm.ts";
import { confirmSeveral } from "./paid/confirm-several.ts";
import { confirmations } from "./paid/confirmations.ts";
import { reconcile } from "./paid/reconcile.ts";
import { unconfirm } from "./paid/unconfirm.ts";
import { checkpoint } from "./told/checkpoint.ts";
import { event } from "./told/event.ts";
import { events } from "./told/events.ts";
import { note } from "./told/note.ts";
import { undo } from "./told/undo.ts";
import { undoable } from "./told/undoable.ts";
import { verify } from "./told/verify.ts";

/**
 * Every action whose answer has a shape, with that shape. It loads them all and zod too, so only those who show or
 * check shapes import it, when they do.
 */
export const actionTable: readonly ActionShape[] = [
  shapeOf(init, outcomes.initialized),
  shapeOf(add, payment),
  shapeOf(list, listOf(listed)),
  shapeOf(show, shown),
  shapeOf(edit, outcomes.edited),
  shapeOf(pause, outcomes.statusSet),
  shapeOf(resume, outcomes.statusSet),
  shapeOf(cancel, outcomes.statusSet),
  shapeOf(deletePayment, payment),
  shapeOf(now, outcomes.now),
  shapeOf(schedule, outcomes.schedule),
  shapeOf(skip, outcomes.changedCycle),
  shapeOf(skipBefore, outcomes.skippedBefore),
  shapeOf(unskip, outcomes.changedCycle),
  shapeOf(move, outcomes.changedCycle),
  shapeOf(expect, outcomes.changedCycle),
  shapeOf(confirm, outcomes.confirmed),
  shapeOf(confirmSeveral, outcomes.severalConfirmed),
  shapeOf(unconfirm, outcomes.unconfirmed),
  shapeOf(confirmations, listOf(outcomes.confirmationRow)),
  shapeOf(transactions, listOf(transactionRecord)),
  shapeOf(balance, listOf(outcomes.balance)),
  shapeOf(post, outcomes.posted),
  shapeOf(reconcile, reconciled),
  shapeOf(events, listOf(auditEvent)),
  shapeOf(event, shownEvent),
  shapeOf(verify, verification),
  shapeOf(checkpoint, outcomes.checkpoint),
  shapeOf(note, outcomes.noted),
  shapeOf(undo, outcomes.undone),
  shapeOf(undoable, listOf(auditEvent)),
  shapeOf(importFile, outcomes.imported),
  shapeOf(adopt, outcomes.adopted),
  shapeOf(settings, listOf(outcomes.setting)),
  shapeOf(setting, outcomes.setting),
  shapeOf(set, outcomes.changedSetting),
  shapeOf(unset, outcomes.changedSetting),
];
