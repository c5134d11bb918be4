"""The newsroom's models, one file an idea."""

from news.models.article_links import ArticleTopic, Contribution, RelatedStory
from news.models.articles import ArticlePage
from news.models.authors import Author, AuthorIndexPage
from news.models.breaking_news import BreakingNews
from news.models.corrections import Correction, CorrectionsPage
from news.models.desk_tasks import Assignment, DeskTask
from news.models.error_reports import ErrorReport
from news.models.handovers import Handover
from news.models.imports import ImportedItem, ImportNote, ImportRun
from news.models.live_blogs import LiveBlogPage, LiveUpdate
from news.models.medical_reviews import MedicalReview
from news.models.originality import OriginalityCheck, SimilarStory, StoryBand
from news.models.outgoing_links import OutgoingLink, StoryLink
from news.models.preview_links import PreviewLink
from news.models.schedule_failures import ScheduleFailure
from news.models.sections import SectionPage
from news.models.sign_off_links import SignOffLink
from news.models.sources import Source
from news.models.standards import Standards, StandardsOverride
from news.models.story_months import StoryMonth
from news.models.topics import TopicIndexPage, TopicPage

__all__ = [
    "ArticlePage",
    "ArticleTopic",
    "Assignment",
    "Author",
    "AuthorIndexPage",
    "BreakingNews",
    "Contribution",
    "Correction",
    "CorrectionsPage",
    "DeskTask",
    "ErrorReport",
    "Handover",
    "ImportNote",
    "ImportRun",
    "ImportedItem",
    "LiveBlogPage",
    "LiveUpdate",
    "MedicalReview",
    "OriginalityCheck",
    "OutgoingLink",
    "PreviewLink",
    "RelatedStory",
    "ScheduleFailure",
    "SectionPage",
    "SignOffLink",
    "SimilarStory",
    "Source",
    "Standards",
    "StandardsOverride",
    "StoryBand",
    "StoryLink",
    "StoryMonth",
    "TopicIndexPage",
    "TopicPage",
]
