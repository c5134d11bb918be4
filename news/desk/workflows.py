"""The way of a story from writer to publication."""

from django.utils.translation import gettext
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from news.models import DeskTask


def set_up_workflow(groups, pages):
    """Create the desk's workflow, one approval by any of ``groups``, and use it for ``pages``.

    Safe to run again. Returns the workflow.
    """
    return _set_up(gettext("Desk approval"), [(gettext("Desk approval"), groups)], pages)


def set_up_health_workflow(editors, reviewers, pages):
    """Create the workflow of health stories, an editor's approval and then a medical signature, for ``pages``.

    Safe to run again. Returns the workflow.
    """
    steps = [(gettext("Health desk approval"), editors), (gettext("Medical review"), reviewers)]
    workflow = _set_up(gettext("Health approval"), steps, pages)
    DeskTask.objects.filter(name=gettext("Medical review")).update(needs_signature=True)
    return workflow


def _set_up(name, steps, pages):
    workflow, _created = Workflow.objects.get_or_create(name=name)
    for order, (task_name, groups) in enumerate(steps):
        task, _created = DeskTask.objects.get_or_create(name=task_name)
        task.groups.set(groups)
        WorkflowTask.objects.update_or_create(workflow=workflow, task=task.task_ptr, defaults={"sort_order": order})
    for page in pages:
        WorkflowPage.objects.update_or_create(page_id=page.pk, defaults={"workflow": workflow})
    return workflow
