"""People in posts: who follows a job, who finds another, who has no place, year by year."""
