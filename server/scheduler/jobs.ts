import { forgetAddresses } from "~/domain/audit/forget-addresses.server";
import { purgeFiles } from "~/domain/files/purge-files.server";
import { tellFollowers } from "~/domain/following/tell-followers.server";
import type { JobName } from "~/domain/jobs/job";
import { mailNews } from "~/domain/notifications/mail-news.server";
import { purgeNotifications } from "~/domain/notifications/purge-notifications.server";
import { purgeAccounts } from "~/domain/people/purge-accounts.server";
import { remindReviewers } from "~/domain/reviews/remind-reviewers.server";
import { alertSearches } from "~/domain/saved-searches/alert-searches.server";
import type { Services } from "~/services.server";
import type { Job } from "./scheduler";

/** What each job does. `origin` is that of the links in mails: the clock answers no request whose address it could use. */
export function createJobs({ db, files, postman, search }: Services, origin: string): Record<JobName, Job> {
  const tell = (rhythm: "now" | "daily" | "weekly") => async (now: Date) => {
    await mailNews(db, { rhythm, origin }, now);
    postman.wake();
  };
  return {
    follows: (now) => tellFollowers(db, now),
    "review-reminders": (now) => remindReviewers(db, now),
    alerts: (now) => alertSearches({ db, search }, "now", now),
    "daily-alerts": (now) => alertSearches({ db, search }, "daily", now),
    "weekly-alerts": (now) => alertSearches({ db, search }, "weekly", now),
    "daily-digests": tell("daily"),
    "weekly-digests": tell("weekly"),
    "news-mails": tell("now"),
    // It keeps for itself what failed and when to try again.
    mail: async () => postman.wake(),
    async purge(now) {
      await purgeNotifications(db, now);
      await postman.removeFiles(await purgeAccounts(db, now));
      await purgeFiles(db, files, now);
      await forgetAddresses(db, now);
    },
  };
}
